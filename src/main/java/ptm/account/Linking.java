package ptm.account;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Redeems one-time codes: becoming the owner, joining two identities of one person, signing in to the panel. */
@Service
public class Linking {
    private static final String OWNERSHIP = "ownership";

    private final Accounts accounts;
    private final OneTimeCodes codes;
    private final Audit audit;
    private final AccountService people;
    private final List<Belongings> belongings;
    private final AiChoices choices;
    private final Clock clock;

    Linking(Accounts accounts, OneTimeCodes codes, Audit audit, AccountService people, List<Belongings> belongings,
            AiChoices choices, Clock clock) {
        this.accounts = accounts;
        this.codes = codes;
        this.audit = audit;
        this.people = people;
        this.belongings = belongings;
        this.choices = choices;
        this.clock = clock;
    }

    /**
     * Redeems a code that an identity brought: an owner's or a link code. A code is good once; one that could not be
     * used stays good.
     */
    @Transactional
    public Redeemed redeem(String code, Identity identity, String name, @Nullable String languageHint) {
        Optional<OneTimeCodes.Meaning> meaning = codes.find(code);
        if (meaning.isEmpty())
            return new Redeemed.Unknown();
        AccountId account = meaning.get().account();
        Redeemed result = switch (meaning.get().kind()) {
            case OWNER -> claim(identity, name, languageHint);
            case LINK -> account == null ? new Redeemed.Unknown() : join(accounts.require(account), identity);
            case SIGN_IN -> new Redeemed.Unknown();
        };
        if (result instanceof Redeemed.Owner || result instanceof Redeemed.Linked)
            codes.burn(code);
        return result;
    }

    /**
     * Redeems a code that was brought to the panel, whoever brought it.
     *
     * @param current whose session the browser has now, or null; joined with the code's account if one of them is empty
     */
    @Transactional
    public Redeemed redeemInPanel(String code, @Nullable AccountId current, @Nullable String languageHint) {
        Optional<OneTimeCodes.Meaning> meaning = codes.find(code);
        if (meaning.isEmpty())
            return new Redeemed.Unknown();
        AccountId account = meaning.get().account();
        if (account == null)
            return redeem(code, new Identity("link", UUID.randomUUID().toString()), "", languageHint);
        Account into = accounts.require(account);
        Redeemed result = meaning.get().kind() == OneTimeCodes.Kind.LINK && current != null
                ? accounts.find(current).map(from -> merge(into, from)).orElse(new Redeemed.Linked(into))
                : new Redeemed.Linked(into);
        if (result instanceof Redeemed.Linked)
            codes.burn(code);
        return result;
    }

    private Redeemed claim(Identity identity, String name, @Nullable String languageHint) {
        accounts.lock(OWNERSHIP);
        if (accounts.isOwned())
            return new Redeemed.Unknown();
        Optional<Account> bootstrapped = accounts.findOwner();
        if (bootstrapped.isPresent()) {
            if (!(join(bootstrapped.get(), identity) instanceof Redeemed.Linked(Account joined)))
                return new Redeemed.TwoFullAccounts();
            return owner(joined);
        }
        Account account = accounts.findBy(identity)
                .orElseGet(() -> people.create(identity, name, Role.MEMBER, languageHint));
        accounts.setRole(account.id(), Role.OWNER);
        return owner(accounts.require(account.id()));
    }

    private Redeemed owner(Account account) {
        codes.burnOwnerCodes();
        audit.write(account.id(), "owner", "claimed by code");
        return new Redeemed.Owner(account);
    }

    private Redeemed join(Account into, Identity identity) {
        Optional<Account> own = accounts.findBy(identity);
        if (own.isPresent())
            return merge(into, own.get());
        accounts.addIdentity(into.id(), identity, clock.instant());
        audit.write(into.id(), "linked", identity.provider());
        return new Redeemed.Linked(into);
    }

    /** One of two accounts of one person takes over the other, if that one holds nothing. */
    private Redeemed merge(Account into, Account other) {
        if (into.id().equals(other.id()))
            return new Redeemed.Linked(into);
        if (other.role() == Role.BLOCKED || into.role() == Role.BLOCKED)
            return new Redeemed.Unknown();
        if (!isFull(other.id()))
            return merged(other, into);
        return isFull(into.id()) ? new Redeemed.TwoFullAccounts() : merged(into, other);
    }

    private Redeemed merged(Account empty, Account kept) {
        choices.merge(empty.id(), kept.id());
        accounts.merge(empty.id(), kept.id());
        if (empty.role().compareTo(kept.role()) < 0)
            accounts.setRole(kept.id(), empty.role());
        audit.write(kept.id(), "merged", "account " + empty.id());
        return new Redeemed.Linked(accounts.require(kept.id()));
    }

    private boolean isFull(AccountId account) {
        return belongings.stream().anyMatch(place -> place.has(account));
    }
}
