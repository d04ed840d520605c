package ptm.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

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

    /** The last lines about a person, the newest first. */
    List<AuditLine> latest(AccountId account, int limit) {
        return db.sql("select at, what, detail from audit where account_id = ? order by id desc limit ?")
                .params(account.value(), limit)
                .query((rs, n) -> new AuditLine(rs.getTimestamp(1).toInstant(), rs.getString(2), rs.getString(3)))
                .list();
    }
}
