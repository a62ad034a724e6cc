package import Persistence

/// The tables of Accounts. The list only ever grows: a released migration is never edited, a change is a new entry.
package let accountsMigrations: [Migration] = [
    Migration(name: "accounts-0001 accounts") { tx in
        // No e-mail and no password: the owner of desktop mode. E-mail addresses are folded, see EmailAddress.
        try tx.execute(
            """
            CREATE TABLE account (
                id TEXT PRIMARY KEY,
                email TEXT UNIQUE,
                name TEXT NOT NULL,
                role TEXT NOT NULL,
                person_id TEXT,
                password_hash TEXT,
                disabled BIGINT NOT NULL DEFAULT 0,
                created_at BIGINT NOT NULL,
                changed_at BIGINT NOT NULL
            )
            """)
    },
    Migration(name: "accounts-0002 sign-ins, refresh tokens, attempts") { tx in
        try tx.execute(
            """
            CREATE TABLE sign_in (
                id TEXT PRIMARY KEY,
                account TEXT NOT NULL REFERENCES account (id),
                device TEXT NOT NULL,
                device_name TEXT,
                kind TEXT NOT NULL,
                current_token TEXT NOT NULL,
                alternate_token TEXT,
                previous_token TEXT,
                previous_retried BIGINT NOT NULL DEFAULT 0,
                rotated_at BIGINT NOT NULL,
                created_at BIGINT NOT NULL,
                expires_at BIGINT NOT NULL,
                idle_until BIGINT NOT NULL,
                ended_at BIGINT
            );
            CREATE INDEX sign_in_by_account ON sign_in (account, device);
            CREATE INDEX sign_in_by_expiry ON sign_in (expires_at);
            CREATE TABLE refresh_token (
                hash TEXT PRIMARY KEY,
                sign_in TEXT NOT NULL REFERENCES sign_in (id) ON DELETE CASCADE
            );
            CREATE INDEX refresh_token_by_sign_in ON refresh_token (sign_in);
            CREATE TABLE sign_in_attempt (
                attempt_key TEXT PRIMARY KEY,
                recent TEXT NOT NULL,
                level BIGINT NOT NULL,
                locked_until BIGINT,
                changed_at BIGINT NOT NULL
            );
            CREATE INDEX sign_in_attempt_by_change ON sign_in_attempt (changed_at)
            """)
    },
]
