namespace ReferralDirectory.Core.Exchange.Hsds.Imports;

/// <summary>Why a file in the standard's words cannot be imported at all.</summary>
public enum HsdsImportFault
{
    /// <summary>Neither JSON nor a record of JSON on each line.</summary>
    NotJson,

    /// <summary>JSON, but no organisations or services of the standard.</summary>
    NoOrganizations,

    /// <summary>There are several countries, and none was named; or the one that was named does not exist.</summary>
    Country,

    /// <summary>Neither the file nor whoever imports it says in which language its texts are; or the site does not have that language.</summary>
    Language,

    /// <summary>The country has no such source.</summary>
    Source,
}
