package import Persistence

/// Append only.
package let insightsMigrations: [Migration] = []
