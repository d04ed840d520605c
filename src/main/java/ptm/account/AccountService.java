package ptm.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who people are, who may come in, and how each of them likes it. */
@Service
public class AccountService {
    /** How long after a no a person may ask the owner again. */
    static final Duration ASK_AGAIN_AFTER = Duration.ofDays(7);
    private static final int LONGEST_NAME = 100;

    private final Accounts accounts;
    private final OneTimeCodes codes;
    private final Audit audit;
    private final AccountProperties properties;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountService(Accounts accounts, OneTimeCodes codes, Audit audit, AccountProperties properties,
            ApplicationEventPublisher events, Clock clock) {
        this.accounts = accounts;
        this.codes = codes;
        this.audit = audit;
        this.properties = properties;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Recognises a person at a door, or takes a new one in under the registration rule.
     *
     * @param name         how they call themselves; kept up to date
     * @param languageHint an IETF tag of the language they seem to speak; used for a new account only
     */
    @Transactional
    public SignIn signIn(Identity identity, String name, @Nullable String languageHint) {
        Optional<Account> known = accounts.findBy(identity);
        if (known.isPresent())
            return signInKnown(renamed(known.get(), name));
        if (accounts.findOwner().isEmpty())
            return new SignIn.NoOwnerYet();
        if (properties.policy() == Registration.CLOSED)
            return new SignIn.Closed();
        accounts.lock(identity.provider() + ' ' + identity.subject());
        known = accounts.findBy(identity);
        return known.isPresent() ? signInKnown(known.get()) : register(identity, name, languageHint);
    }

    private SignIn signInKnown(Account account) {
        return switch (account.role()) {
            case OWNER, ADMIN, MEMBER, GUEST -> new SignIn.LetIn(account);
            case PENDING -> new SignIn.Waiting(account,
                    accounts.asksAgain(account.id(), clock.instant().minus(ASK_AGAIN_AFTER)));
            case BLOCKED -> new SignIn.Refused(account, accounts.tellRefusal(account.id()));
        };
    }

    private SignIn register(Identity identity, String name, @Nullable String languageHint) {
        boolean open = properties.policy() == Registration.OPEN;
        Account account = create(identity, name, open ? Role.GUEST : Role.PENDING, languageHint);
        audit.write(account.id(), "registered", identity.provider());
        return open ? new SignIn.LetIn(account) : new SignIn.Waiting(account, true);
    }

    Account create(Identity identity, String name, Role role, @Nullable String languageHint) {
        Account account = accounts.add(shortened(name), role, Language.of(languageHint), clock.instant());
        accounts.addIdentity(account.id(), identity, clock.instant());
        return account;
    }

    private Account renamed(Account account, String name) {
        if (name.isBlank() || shortened(name).equals(account.name()))
            return account;
        accounts.setName(account.id(), shortened(name));
        return accounts.require(account.id());
    }

    private static String shortened(String name) {
        String clean = name.strip().replace("\0", "");
        return clean.codePointCount(0, clean.length()) <= LONGEST_NAME
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, LONGEST_NAME));
    }

    /** The owner's word about someone who waits or is here already; empty if there is no such person or it is the owner. */
    @Transactional
    public Optional<Account> decide(AccountId person, Admission decision) {
        Optional<Account> found = accounts.find(person).filter(account -> account.role() != Role.OWNER);
        if (found.isEmpty())
            return found;
        Role before = found.get().role();
        switch (decision) {
            case LET_IN -> {
                if (!before.isLetIn())
                    accounts.setRole(person, Role.MEMBER);
            }
            case DECLINED -> accounts.setDeclined(person, clock.instant());
            case BLOCKED -> accounts.setRole(person, Role.BLOCKED);
        }
        audit.write(person, "admission", decision.name());
        Account after = accounts.require(person);
        if (before != after.role() || decision == Admission.DECLINED)
            events.publishEvent(new AdmissionDecided(after, decision));
        return Optional.of(after);
    }

    /** A code by which another identity of this person joins the account, in either direction; good for 15 minutes. */
    @Transactional
    public String newLinkCode(AccountId account) {
        return codes.issue(OneTimeCodes.Kind.LINK, account).code();
    }

    /** A code that opens a session of the panel for this person; good for 15 minutes. */
    @Transactional
    public String newSignInCode(AccountId account) {
        return codes.issue(OneTimeCodes.Kind.SIGN_IN, account).code();
    }

    public Optional<Account> find(AccountId account) {
        return accounts.find(account);
    }

    /** @throws AccountNotFound if there is none */
    public Account require(AccountId account) {
        return accounts.require(account);
    }

    public Optional<Account> findBy(Identity identity) {
        return accounts.findBy(identity);
    }

    public Optional<Account> owner() {
        return accounts.findOwner();
    }

    /** Everybody, the longest here first. */
    public List<Account> people() {
        return accounts.list();
    }

    /** The ways by which this person is recognised, the oldest first. */
    public List<Identity> identitiesOf(AccountId account) {
        return accounts.identitiesOf(account);
    }

    /** The person's zone; the server's until they said it. */
    public ZoneId zoneOf(Account account) {
        return account.zone() == null ? ZoneId.systemDefault() : account.zone();
    }

    public ZoneId zoneOf(AccountId account) {
        return zoneOf(require(account));
    }

    public Account setLanguage(AccountId account, Language language) {
        accounts.setLanguage(account, language);
        return require(account);
    }

    /** @param zone null for the server's */
    public Account setZone(AccountId account, @Nullable ZoneId zone) {
        accounts.setZone(account, zone);
        return require(account);
    }

    public Account setTimes(AccountId account, TimesOfDay times) {
        accounts.setTimes(account, times);
        return require(account);
    }

    public Account setQuiet(AccountId account, QuietHours quiet) {
        accounts.setQuiet(account, quiet);
        return require(account);
    }

    /** What happened to a person's rights and keys lately, the newest first. */
    public List<AuditLine> audit(AccountId account, int limit) {
        return audit.latest(account, limit);
    }

    Instant now() {
        return clock.instant();
    }
}
