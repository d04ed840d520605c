package ptm.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts and the identities that lead to them. */
@Repository
class Accounts {
    private static final String COLUMNS = """
            a.id, a.name, a.role, a.language, a.zone, a.morning, a.noon, a.lunch, a.afternoon, a.end_of_day, a.evening,
            a.tonight, a.night, a.quiet_from, a.quiet_until""";

    private final JdbcClient db;

    Accounts(JdbcClient db) {
        this.db = db;
    }

    Account add(String name, Role role, Language language, Instant now) {
        TimesOfDay t = TimesOfDay.DEFAULT;
        long id =
                db.sql("""
                        insert into account (name, role, language, morning, noon, lunch, afternoon, end_of_day, evening, tonight,
                            night, quiet_from, quiet_until, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                        .params(name, role.name(), language.name(), t.morning(), t.noon(), t.lunch(), t.afternoon(),
                                t.endOfDay(), t.evening(), t.tonight(), t.night(), QuietHours.DEFAULT.from(),
                                QuietHours.DEFAULT.until(), Timestamp.from(now))
                        .query(Long.class).single();
        return require(new AccountId(id));
    }

    Optional<Account> find(AccountId id) {
        return db.sql("select " + COLUMNS + " from account a where a.id = ?").param(id.value()).query(Accounts::row)
                .optional();
    }

    Account require(AccountId id) {
        return find(id).orElseThrow(() -> new AccountNotFound(id));
    }

    Optional<Account> findOwner() {
        return db.sql("select " + COLUMNS + " from account a where a.role = 'OWNER'").query(Accounts::row).optional();
    }

    Optional<Account> findBy(Identity identity) {
        return db.sql("select " + COLUMNS + """
                 from account a join identity i on i.account_id = a.id
                where i.provider = ? and i.subject = ?""").params(identity.provider(), identity.subject())
                .query(Accounts::row).optional();
    }

    List<Account> list() {
        return db.sql("select " + COLUMNS + " from account a order by a.id").query(Accounts::row).list();
    }

    List<Identity> identitiesOf(AccountId account) {
        return db.sql("select provider, subject from identity where account_id = ? order by created_at, provider")
                .param(account.value()).query((rs, n) -> new Identity(rs.getString(1), rs.getString(2))).list();
    }

    void addIdentity(AccountId account, Identity identity, Instant now) {
        db.sql("insert into identity (account_id, provider, subject, created_at) values (?, ?, ?, ?)")
                .params(account.value(), identity.provider(), identity.subject(), Timestamp.from(now)).update();
    }

    /** Whether a person, and not only a setting, has become the owner. */
    boolean isOwned() {
        return db.sql("""
                select exists(select 1 from account a join identity i on i.account_id = a.id where a.role = 'OWNER')""")
                .query(Boolean.class).single();
    }

    void setRole(AccountId account, Role role) {
        db.sql("update account set role = ?, declined_at = null, refusal_told = false where id = ?")
                .params(role.name(), account.value()).update();
    }

    void setName(AccountId account, String name) {
        db.sql("update account set name = ? where id = ?").params(name, account.value()).update();
    }

    void setLanguage(AccountId account, Language language) {
        db.sql("update account set language = ? where id = ?").params(language.name(), account.value()).update();
    }

    void setZone(AccountId account, @Nullable ZoneId zone) {
        db.sql("update account set zone = :zone where id = :id").param("zone", zone == null ? null : zone.getId())
                .param("id", account.value()).update();
    }

    void setTimes(AccountId account, TimesOfDay t) {
        db.sql("""
                update account set morning = ?, noon = ?, lunch = ?, afternoon = ?, end_of_day = ?, evening = ?,
                    tonight = ?, night = ? where id = ?""").params(t.morning(), t.noon(), t.lunch(), t.afternoon(),
                t.endOfDay(), t.evening(), t.tonight(), t.night(), account.value()).update();
    }

    void setQuiet(AccountId account, QuietHours quiet) {
        db.sql("update account set quiet_from = ?, quiet_until = ? where id = ?")
                .params(quiet.from(), quiet.until(), account.value()).update();
    }

    void setDeclined(AccountId account, Instant at) {
        db.sql("update account set declined_at = ? where id = ?").params(Timestamp.from(at), account.value()).update();
    }

    /** Whether they were declined before that moment and may ask again; asking again forgets it. */
    boolean asksAgain(AccountId account, Instant declinedBefore) {
        return db.sql("update account set declined_at = null where id = ? and declined_at < ?")
                .params(account.value(), Timestamp.from(declinedBefore)).update() == 1;
    }

    /** Whether this is the first time that they are told of being refused. */
    boolean tellRefusal(AccountId account) {
        return db.sql("update account set refusal_told = true where id = ? and not refusal_told").param(account.value())
                .update() == 1;
    }

    /** Moves everything of the first that is not data to the second, and removes the first. */
    void merge(AccountId from, AccountId into) {
        for (String table : List.of("identity", "access_token", "session"))
            db.sql("update " + table + " set account_id = ? where account_id = ?").params(into.value(), from.value())
                    .update();
        db.sql("delete from account where id = ?").param(from.value()).update();
    }

    /** Lets one transaction at a time decide about this; held until it ends. */
    void lock(String subject) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(?, 10))").param(subject).query((rs, n) -> true).single();
    }

    static Account row(ResultSet rs, int number) throws SQLException {
        String zone = rs.getString("zone");
        return new Account(new AccountId(rs.getLong("id")), rs.getString("name"), Role.valueOf(rs.getString("role")),
                Language.valueOf(rs.getString("language")), zone == null ? null : ZoneId.of(zone),
                new TimesOfDay(time(rs, "morning"), time(rs, "noon"), time(rs, "lunch"), time(rs, "afternoon"),
                        time(rs, "end_of_day"), time(rs, "evening"), time(rs, "tonight"), time(rs, "night")),
                new QuietHours(time(rs, "quiet_from"), time(rs, "quiet_until")));
    }

    private static LocalTime time(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, LocalTime.class);
    }
}
