package ptm.account;

import java.sql.Timestamp;
import java.time.Clock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The trail of sign-ins, rights and keys, one line each, without secrets. */
@Repository
class Audit {
    private final JdbcClient db;
    private final Clock clock;

    Audit(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void write(AccountId account, String what, String detail) {
        db.sql("insert into audit (account_id, at, what, detail) values (?, ?, ?, ?)")
                .params(account.value(), Timestamp.from(clock.instant()), what, detail).update();
    }
}
