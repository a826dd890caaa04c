namespace ReferralDirectory.Web.Tests.Features.Admin;

/// <summary>
/// What each sort of person gets from each endpoint: the status of the answer, "door" where the sign-in comes first, or "out" where they are
/// signed out. A form is sent with
/// its token and nothing else: 422 says that something is missing, such as the version that was looked at, and 303 leads on to where it is.
/// Who may decide what, once nothing is missing, is for the tests of Core.
/// </summary>
/// <remarks>
/// The columns: a stranger; the editor of the entry, whose draft, change and import it is; an editor of another entry; a reviewer of the
/// country; a reviewer of another country; an administrator who reviews no country.
/// </remarks>
internal static class EndpointRoles
{
    private const string Table = """
        GET /admin                                                                                            door  200  200  200  200  200
        GET /admin/account                                                                                    door  200  200  200  200  200
        GET /admin/account/authenticator                                                                      door  200  200  200  200  200
        GET /admin/account/factors                                                                            door  200  200  200  200  200
        GET /admin/account/name                                                                               door  200  200  200  200  200
        GET /admin/account/password                                                                           door  200  200  200  200  200
        GET /admin/answer/{token}                                                                              404  404  404  404  404  404
        GET /admin/answered                                                                                    200  200  200  200  200  200
        GET /admin/assets/site.css                                                                             200  200  200  200  200  200
        GET /admin/assets/staff.css                                                                            200  200  200  200  200  200
        GET /admin/assets/staff.js                                                                             200  200  200  200  200  200
        GET /admin/audit                                                                                      door  403  403  403  403  200
        GET /admin/audit/verify                                                                               door  403  403  403  403  200
        GET /admin/confirm                                                                                    door  200  200  200  200  200
        GET /admin/drafts/{id:guid}                                                                           door  200  404  303  404  303
        GET /admin/drafts/{id:guid}/conflict                                                                  door  404  404  404  404  404
        GET /admin/drafts/{id:guid}/send                                                                      door  200  404  303  404  303
        GET /admin/drafts/{id:guid}/sent                                                                      door  303  404  303  404  303
        GET /admin/drafts/{id:guid}/withdraw                                                                  door  200  404  303  404  303
        GET /admin/exports/organisations.csv                                                                  door  200  200  200  200  200
        GET /admin/exports/organisations.json                                                                 door  200  200  200  200  200
        GET /admin/freshness                                                                                  door  200  200  200  200  200
        GET /admin/freshness/confirm                                                                          door  200  200  200  200  200
        GET /admin/history/{id:guid}                                                                          door  200  404  200  404  200
        GET /admin/history/{id:guid}/restore                                                                  door  200  404  200  404  200
        GET /admin/history/organisation/{id:guid}                                                             door  200  404  200  404  200
        GET /admin/history/step-text/{id:guid}                                                                door  404  404  200  404  200
        GET /admin/history/assistance-type/{id:guid}                                                          door  404  404  404  404  200
        GET /admin/history/audience/{id:guid}                                                                 door  404  404  404  404  200
        GET /admin/imports                                                                                    door  200  200  200  200  200
        GET /admin/imports/{id:guid}                                                                          door  200  404  404  404  404
        GET /admin/invitation/{token}                                                                          404  404  404  404  404  404
        GET /admin/organisations                                                                              door  200  200  200  200  200
        GET /admin/organisations/new                                                                          door  403  403  200  200  403
        GET /admin/organisations/preview/{revision:guid}                                                      door  200  404  200  404  200
        GET /admin/organisations/{id:guid}                                                                    door  200  404  200  404  200
        GET /admin/organisations/{id:guid}/bring-back                                                         door  303  404  303  404  303
        GET /admin/organisations/{id:guid}/link                                                               door  404  404  200  404  404
        GET /admin/organisations/{id:guid}/take-down                                                          door  200  404  200  404  200
        GET /admin/organisations/{organisation:guid}/names                                                    door  200  404  200  404  403
        GET /admin/organisations/{organisation:guid}/places                                                   door  200  404  200  404  403
        GET /admin/organisations/{organisation:guid}/languages                                                door  200  404  200  404  403
        GET /admin/organisations/{organisation:guid}/hours                                                    door  200  404  200  404  403
        GET /admin/organisations/{organisation:guid}/translation-ru                                           door  200  404  200  404  403
        GET /admin/organisations/{organisation:guid}/services                                                 door  200  404  200  404  403
        GET /admin/organisations/{organisation:guid}/contacts                                                 door  200  404  200  404  403
        GET /admin/organisations/{organisation:guid}/services/new                                             door  200  404  200  404  403
        GET /admin/organisations/{organisation:guid}/contacts/new                                             door  200  404  200  404  403
        GET /admin/organisations/{organisation:guid}/services/{item:guid}                                     door  200  404  200  404  403
        GET /admin/organisations/{organisation:guid}/contacts/{item:guid}                                     door  200  404  200  404  403
        GET /admin/review                                                                                     door  403  403  200  200  200
        GET /admin/review/{id:guid}                                                                           door  200  404  200  404  200
        GET /admin/review/{id:guid}/decided                                                                   door  404  404  404  404  404
        GET /admin/review/{id:guid}/publish                                                                   door  200  404  200  404  200
        GET /admin/review/{id:guid}/reject                                                                    door  200  404  200  404  200
        GET /admin/set-up                                                                                     door  303  303  303  303  303
        GET /admin/sign-in                                                                                     200  303  303  303  303  303
        GET /admin/sign-in/second                                                                             door  303  303  303  303  303
        GET /admin/status                                                                                     door  403  403  403  403  200
        GET /admin/steps                                                                                      door  403  403  200  200  200
        GET /admin/steps/{id:guid}                                                                            door  404  404  200  404  404
        GET /admin/terms                                                                                      door  403  403  403  403  200
        GET /admin/terms/audience/new                                                                         door  403  403  403  403  200
        GET /admin/terms/assistance-type/new                                                                  door  403  403  403  403  200
        GET /admin/terms/audience/{id:guid}                                                                   door  403  403  403  403  200
        GET /admin/terms/assistance-type/{id:guid}                                                            door  403  403  403  403  200
        GET /admin/translations                                                                               door  200  200  200  200  200
        GET /admin/users                                                                                      door  403  403  403  403  200
        GET /admin/users/invite                                                                               door  403  403  403  403  200
        GET /admin/users/{id:guid}                                                                            door  403  403  403  403  200
        GET /admin/users/{id:guid}/link                                                                       door  403  403  403  403  200
        GET /admin/users/{id:guid}/restore                                                                    door  403  403  403  403  200
        GET /admin/users/{id:guid}/revoke                                                                     door  403  403  403  403  200
        POST /admin/account/authenticator                                                                     door  200  200  200  200  200
        POST /admin/account/name                                                                              door  200  200  200  200  200
        POST /admin/account/passkeys                                                                          door  200  200  200  200  200
        POST /admin/account/passkeys/options                                                                  door  200  200  200  200  200
        POST /admin/account/passkeys/remove                                                                   door  303  303  303  303  303
        POST /admin/account/password                                                                          door  200  200  200  200  200
        POST /admin/account/recovery-codes                                                                    door  200  200  200  200  200
        POST /admin/account/sign-out-everywhere                                                               door  out  out  out  out  out
        POST /admin/answer/{token}                                                                             404  404  404  404  404  404
        POST /admin/audit/verify                                                                              door  403  403  403  403  200
        POST /admin/confirm                                                                                   door  200  200  200  200  200
        POST /admin/confirm/passkey                                                                           door  200  200  200  200  200
        POST /admin/confirm/passkey/options                                                                   door  200  200  200  200  200
        POST /admin/drafts/{id:guid}/conflict                                                                 door  303  404  303  404  303
        POST /admin/drafts/{id:guid}/resume                                                                   door  303  404  403  404  403
        POST /admin/drafts/{id:guid}/send                                                                     door  422  404  303  404  303
        POST /admin/drafts/{id:guid}/withdraw                                                                 door  422  404  303  404  303
        POST /admin/freshness/confirm                                                                         door  422  422  422  422  422
        POST /admin/freshness/undo                                                                            door  303  303  303  303  303
        POST /admin/history/{id:guid}/restore                                                                 door  303  404  303  404  403
        POST /admin/imports                                                                                   door  422  422  422  422  422
        POST /admin/imports/{id:guid}/cancel                                                                  door  303  303  303  303  303
        POST /admin/imports/{id:guid}/propose                                                                 door  303  303  303  303  303
        POST /admin/invitation/{token}                                                                         404  404  404  404  404  404
        POST /admin/language                                                                                   400  400  400  400  400  400
        POST /admin/organisations/new                                                                         door  403  403  422  422  403
        POST /admin/organisations/{id:guid}/bring-back                                                        door  303  404  303  404  403
        POST /admin/organisations/{id:guid}/link                                                              door  403  404  200  404  403
        POST /admin/organisations/{id:guid}/link/revoke                                                       door  403  404  303  404  403
        POST /admin/organisations/{id:guid}/take-back                                                         door  404  404  404  404  404
        POST /admin/organisations/{id:guid}/take-down                                                         door  422  404  422  404  422
        POST /admin/organisations/{organisation:guid}/names                                                   door  422  404  422  404  403
        POST /admin/organisations/{organisation:guid}/places                                                  door  422  404  422  404  403
        POST /admin/organisations/{organisation:guid}/languages                                               door  422  404  422  404  403
        POST /admin/organisations/{organisation:guid}/hours                                                   door  422  404  422  404  403
        POST /admin/organisations/{organisation:guid}/translation-ru                                          door  422  404  422  404  403
        POST /admin/organisations/{organisation:guid}/services/new                                            door  422  404  422  404  403
        POST /admin/organisations/{organisation:guid}/contacts/new                                            door  422  404  422  404  403
        POST /admin/organisations/{organisation:guid}/services/{item:guid}                                    door  422  404  422  404  403
        POST /admin/organisations/{organisation:guid}/contacts/{item:guid}                                    door  422  404  422  404  403
        POST /admin/organisations/{organisation:guid}/services/{item:guid}/move                               door  303  404  303  404  403
        POST /admin/organisations/{organisation:guid}/contacts/{item:guid}/move                               door  303  404  303  404  403
        POST /admin/organisations/{organisation:guid}/services/{item:guid}/remove                             door  303  404  303  404  403
        POST /admin/organisations/{organisation:guid}/contacts/{item:guid}/remove                             door  303  404  303  404  403
        POST /admin/review/{id:guid}/publish                                                                  door  422  404  422  404  422
        POST /admin/review/{id:guid}/reject                                                                   door  422  404  422  404  422
        POST /admin/set-up                                                                                    door  303  303  303  303  303
        POST /admin/set-up/passkey                                                                            door  303  303  303  303  303
        POST /admin/set-up/passkey/options                                                                    door  303  303  303  303  303
        POST /admin/sign-in                                                                                    200  200  200  200  200  200
        POST /admin/sign-in/passkey                                                                            200  200  200  200  200  200
        POST /admin/sign-in/passkey/options                                                                    200  200  200  200  200  200
        POST /admin/sign-in/second                                                                            door  303  303  303  303  303
        POST /admin/sign-out                                                                                   out  out  out  out  out  out
        POST /admin/steps/{id:guid}                                                                           door  404  404  422  404  404
        POST /admin/terms/audience/new                                                                        door  403  403  403  403  422
        POST /admin/terms/assistance-type/new                                                                 door  403  403  403  403  422
        POST /admin/terms/audience/{id:guid}                                                                  door  403  403  403  403  422
        POST /admin/terms/assistance-type/{id:guid}                                                           door  403  403  403  403  422
        POST /admin/users/invite                                                                              door  403  403  403  403  200
        POST /admin/users/{id:guid}                                                                           door  403  403  403  403  422
        POST /admin/users/{id:guid}/link                                                                      door  403  403  403  403  200
        POST /admin/users/{id:guid}/restore                                                                   door  403  403  403  403  422
        POST /admin/users/{id:guid}/revoke                                                                    door  403  403  403  403  422
        """;

    /// <summary>By method and template: the six answers.</summary>
    public static IReadOnlyDictionary<string, string> Rows { get; } = Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToDictionary(words => string.Join(' ', words[..2]), words => string.Join(' ', words[2..]));
}
