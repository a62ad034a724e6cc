package import Persistence

package let operationsMigrations: [Migration] =
    [
        Migration(name: "operations-0001 answers to repeat") { tx in
            try tx.execute(
                """
                CREATE TABLE repeatable_answer (
                    user_id TEXT NOT NULL,
                    idempotency_key TEXT NOT NULL,
                    fingerprint TEXT NOT NULL,
                    begun_at BIGINT NOT NULL,
                    answer \(raw: tx.engine.blobType),
                    PRIMARY KEY (user_id, idempotency_key)
                )
                """)
            try tx.execute("CREATE INDEX repeatable_answer_begun_at ON repeatable_answer (begun_at)")
        }
    ] + alertMigrations
