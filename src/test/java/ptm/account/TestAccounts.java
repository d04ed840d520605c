package ptm.account;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The services of this module without Spring, on a test's own database, and people to test with. */
public final class TestAccounts {
    public final AccountService service;
    public final Linking linking;
    public final AccessTokens tokens;
    public final Sessions sessions;
    final List<Object> events = new ArrayList<>();
    final List<AccountId> full = new ArrayList<>();
    final OneTimeCodes codes;
    private final Accounts accounts;
    private final OwnerInvitation invitation;
    private final Clock clock;

    /** @param properties registration and bootstrap token, both may be null */
    TestAccounts(ptm.TestDatabase database, Clock clock, @Nullable String registration,
            @Nullable String bootstrapToken) {
        JdbcClient db = database.jdbc();
        var properties = new AccountProperties(registration, bootstrapToken);
        var audit = new Audit(db, clock);
        this.clock = clock;
        accounts = new Accounts(db);
        codes = new OneTimeCodes(db, clock);
        service = new AccountService(accounts, codes, audit, properties, events::add, clock);
        linking = new Linking(accounts, codes, audit, service, List.of(full::contains),
                new AiChoices(db, new KeySeal(""), audit, clock, ""), clock);
        tokens = new AccessTokens(db, accounts, audit, clock);
        sessions = new Sessions(db, accounts, audit, events::add, clock);
        invitation = new OwnerInvitation(accounts, tokens, codes, properties, events::add, database.transaction(),
                service);
    }

    /** With everything as it is when nothing is set. */
    public static TestAccounts on(ptm.TestDatabase database) {
        return new TestAccounts(database, Clock.systemUTC(), null, null);
    }

    /** A new person who may use everything a member may. */
    public static AccountId member(JdbcClient db) {
        return new Accounts(db).add("Test " + UUID.randomUUID(), Role.MEMBER, Language.EN, Instant.EPOCH).id();
    }

    /** What happens at every start. */
    void start() {
        events.clear();
        invitation.afterSingletonsInstantiated();
        invitation.invite();
    }

    String ownerCode() {
        return events.stream().filter(OwnerCodeIssued.class::isInstance).map(event -> ((OwnerCodeIssued) event).code())
                .findFirst().orElseThrow();
    }
}
