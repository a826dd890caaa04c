namespace ReferralDirectory.Web.Features.Admin.Fields;

/// <summary>A question with given answers.</summary>
public sealed record ChoiceField : Field
{
    public required ChoiceStyle Style { get; init; }

    public required IReadOnlyList<Choice> Choices { get; init; }

    /// <summary>Where a list of errors leads: the first answer, which can be reached with the keyboard.</summary>
    public override IEnumerable<FieldError> Errors => Error is null ? [] : [new FieldError(Style == ChoiceStyle.Select ? Id : IdOfChoice(0), $"{Label}: {Error}")];

    public string IdOfChoice(int index) => $"{Id}-{index + 1}";
}
