import Web

/// What the OpenAPI file says about the routes of Accounts.
enum AccountsDocs {
    static let tag = "Accounts"

    static let me = Doc(
        "Who is signed in, what they may do, and whether anybody has an account yet", tag: tag, answers: meAnswer)
    static let login = Doc(
        "Sign in with a browser; the tokens come in cookies", tag: tag, body: .json(credentials), answers: meAnswer,
        fails: [401])
    static let refresh = Doc(
        "Renew the cookies; needs the X-CSRF-Token header", tag: tag,
        body: .json(.object([.required("device", .uuid)])),
        answers: meAnswer, fails: [401, 403])
    static let logout = Doc("End this sign-in and clear the cookies", tag: tag, answers: nil)
    static let token = Doc(
        "Sign in with a program; the tokens come in the answer", tag: tag, body: .json(credentials), answers: tokens,
        fails: [401])
    static let tokenRefresh = Doc(
        "Renew a program's tokens", tag: tag,
        body: .json(.object([.required("refreshToken", .string(max: 200)), .required("device", .uuid)])),
        answers: tokens, fails: [401])
    static let sessions = Doc("Where I am signed in", tag: tag, answers: .page(of: session))
    static let endSession = Doc("End one of my sign-ins", tag: tag, answers: nil)
    static let password = Doc(
        "Change my password; ends my other sign-ins", tag: tag,
        body: .json(.object([.required("current", .string(max: 1000)), .required("new", .string(min: 12, max: 128))])),
        answers: nil, fails: [409])
    static let accounts = Doc(
        "All accounts", tag: tag, query: [.limit(1...500), .cursor], answers: .page(of: account))
    static let create = Doc(
        "Make an account; the first one is the owner's and ends desktop mode", tag: tag, body: .json(newAccount),
        answers: account, status: 201, fails: [409])
    static let change = Doc(
        "Change an account; only what is sent is changed", tag: tag, body: .json(accountChange), answers: account,
        fails: [409])

    private static let roles = Schema.enumeration(Role.allCases.map(\.rawValue))

    private static let can = Schema.object(
        "Permissions", Permission.allCases.map { .required($0.rawValue, .boolean) })

    private static let meAnswer = Schema.object(
        "Me",
        [
            .required("mode", .enumeration(["desktop", "server"]).described("desktop until the first account exists")),
            .required("signedIn", .boolean),
            .required(
                "user",
                .nullable(
                    .object([
                        .required("id", .uuid), .required("name", .string), .required("role", roles),
                        .required("personId", .nullable(.uuid)), .required("email", .nullable(.string)),
                    ]))),
            .required("can", can),
            .required("school", .nullable(.string)),
            .required("csrf", .nullable(.string).described("To be sent as X-CSRF-Token with every unsafe method.")),
            .required("session", .nullable(.uuid)),
        ])

    private static let credentials = Schema.object(
        "Credentials",
        [
            .required("email", .string(max: 254)), .required("password", .string(max: 1000)),
            .required("device", .uuid.described("Chosen once by the device; refresh tokens are bound to it.")),
            .optional("deviceName", .nullable(.string(max: InputLimit.deviceName))),
        ])

    private static let tokens = Schema.object(
        "Tokens",
        [
            .required("accessToken", .string), .required("refreshToken", .string),
            .required("tokenType", .enumeration(["Bearer"])),
            .required("expiresIn", .integer(min: 1).described("Seconds until the access token expires.")),
        ])

    private static let session = Schema.object(
        "SignInSession",
        [
            .required("id", .uuid), .required("device", .uuid), .required("deviceName", .nullable(.string)),
            .required("kind", .enumeration(["browser", "program"])), .required("createdAt", .instant),
            .required("lastUsedAt", .instant), .required("expiresAt", .instant), .required("current", .boolean),
        ])

    private static let account = Schema.object(
        "Account",
        [
            .required("id", .uuid), .required("email", .nullable(.string)), .required("name", .string),
            .required("role", roles), .required("personId", .nullable(.uuid)), .required("disabled", .boolean),
            .required("createdAt", .instant),
        ])

    private static let newAccount = Schema.object(
        "NewAccount",
        [
            .required("email", .email), .required("name", .string(min: 1, max: 200)), .required("role", roles),
            .optional("personId", .nullable(.uuid)), .required("password", .string(min: 12, max: 128)),
            .optional("device", .nullable(.uuid).described("Needed for the first account, which signs in at once.")),
            .optional("deviceName", .nullable(.string(max: InputLimit.deviceName))),
        ])

    private static let accountChange = Schema.object(
        "AccountChange",
        [
            .optional("email", .email), .optional("name", .string(min: 1, max: 200)), .optional("role", roles),
            .optional("disabled", .boolean), .optional("personId", .nullable(.uuid)),
            .optional("password", .string(min: 12, max: 128)),
        ])
}
