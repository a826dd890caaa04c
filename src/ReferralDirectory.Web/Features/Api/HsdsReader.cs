using ReferralDirectory.Core.Exchange.Hsds;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Api;

/// <summary>The directory as one request sees it: counted as the standard counts, told in the request's language.</summary>
public sealed class HsdsReader(Reader reader, Texts texts, TimeProvider time, ProviderSearch search)
{
    private readonly DateTime now = time.GetUtcNow().UtcDateTime;
    private HsdsMapping? mapping;

    /// <summary>What everything here is made of: the directory as it stood when the request came.</summary>
    public PublishedDirectory Published => reader.Directory;

    /// <summary>What there is.</summary>
    public HsdsDirectory Directory => HsdsDirectory.Of(reader.Directory);

    /// <summary>How it is told.</summary>
    public HsdsMapping Mapping => mapping ??= MakeMapping();

    /// <summary>What else an answer depends on: the language, and how far time zones are ahead of UTC now.</summary>
    public string Edition => $"{Language} {Directory.OffsetsAt(now)}";

    /// <summary>When any of it changed last, as a header can say it: in whole seconds. Null where that is not known.</summary>
    public DateTimeOffset? LastChange => Directory.LastChange is { } changed ? new DateTimeOffset(changed.AddTicks(-(changed.Ticks % TimeSpan.TicksPerSecond))) : null;

    /// <summary>The site's own search.</summary>
    public ProviderSearch Search => search;

    /// <summary>Interface texts in the request's language.</summary>
    public Texts Texts => texts;

    /// <summary>The request's language.</summary>
    public string Language => reader.Language.Tag.Value;

    /// <summary>The request's language, and those of texts that were told in their original instead.</summary>
    public string LanguagesTold => mapping is null ? Language : string.Join(", ", mapping.Languages);

    /// <summary>The same of everything there is: for what is sent before it is known.</summary>
    public string LanguagesOfAll => string.Join(", ", Directory.LanguagesIn(reader.Language.Tag));

    /// <summary>True where the site has the language.</summary>
    public bool HasLanguage(string tag) => reader.Directory.FindLanguage(tag) is not null;

    /// <summary>True where no clock was changed since, summer to winter or back: hours that were told then are those that are told now.</summary>
    public bool HasOffsetsOf(DateTimeOffset moment) => Directory.OffsetsAt(moment.UtcDateTime) == Directory.OffsetsAt(now);

    private HsdsMapping MakeMapping()
    {
        var phrases = new HsdsPhrases
        {
            Hotline = texts["Api.Hotline"],
            FreeToCall = texts["Api.FreeToCall"],
            Messenger = texts["Provider.Messenger"],
            ByAppointment = texts["Api.ByAppointment"],
            Closed = texts["Api.Closed"],
            Unreviewed = texts["Api.Unreviewed"],
            TaxonomyNames = HsdsTaxonomyKinds.All.ToDictionary(kind => kind, kind => texts[$"Api.Taxonomy.{kind}"]),
            TaxonomyDescriptions = HsdsTaxonomyKinds.All.ToDictionary(kind => kind, kind => texts[$"Api.Taxonomy.{kind}.Description"]),
        };
        var language = reader.Language.Tag;
        return new HsdsMapping(language, phrases, new HsdsTerms(reader.Directory, language, phrases), now);
    }
}
