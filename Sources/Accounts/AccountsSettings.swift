/// How long a sign-in lasts.
package struct AccountsSettings: Sendable, Equatable {
    /// `security.session_timeout_minutes`: a sign-in that is not renewed for this long ends, in browsers and programs.
    package let idleMinutes: Int
    /// A sign-in ends after this many days however busy it is.
    package let absoluteDays: Int
    /// How long an access token is good. Never more than half the idle time, so that somebody who works stays signed
    /// in.
    package let accessSeconds: Int
    /// How long a change made by another process may go unnoticed here.
    package let cacheMilliseconds: Int

    package init(idleMinutes: Int = 480, absoluteDays: Int = 30, accessMinutes: Int = 15, cacheMilliseconds: Int = 2000)
    {
        self.idleMinutes = idleMinutes
        self.absoluteDays = absoluteDays
        self.accessSeconds = max(30, min(accessMinutes * 60, idleMinutes * 30))
        self.cacheMilliseconds = cacheMilliseconds
    }
}
