package ptm.account;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** At every start: sets the bootstrap token as the setting says, and invites whoever runs this to become its owner. */
@Component
class OwnerInvitation implements SmartInitializingSingleton {
    private final Accounts accounts;
    private final AccessTokens tokens;
    private final OneTimeCodes codes;
    private final AccountProperties properties;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final AccountService people;

    OwnerInvitation(Accounts accounts, AccessTokens tokens, OneTimeCodes codes, AccountProperties properties,
            ApplicationEventPublisher events, TransactionTemplate transaction, AccountService people) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.codes = codes;
        this.properties = properties;
        this.events = events;
        this.transaction = transaction;
        this.people = people;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> setBootstrapToken());
    }

    private void setBootstrapToken() {
        accounts.lock("ownership");
        String token = properties.bootstrapToken();
        if (token == null)
            tokens.removeBootstrap();
        else
            tokens.setBootstrap(accounts.findOwner()
                    .orElseGet(() -> accounts.add("", Role.OWNER, Language.EN, people.now())).id(), token);
    }

    @EventListener(ApplicationReadyEvent.class)
    void invite() {
        if (!accounts.isOwned()) {
            OneTimeCodes.Issued issued = codes.issue(OneTimeCodes.Kind.OWNER, null);
            events.publishEvent(new OwnerCodeIssued(issued.code(), issued.expiresAt()));
            return;
        }
        // the panel's cookie can be lost: without another door the owner would be locked out
        accounts.findOwner().filter(owner -> accounts.identitiesOf(owner.id()).stream()
                .noneMatch(identity -> identity.provider().equals("telegram"))).ifPresent(owner -> {
                    OneTimeCodes.Issued issued = codes.issue(OneTimeCodes.Kind.SIGN_IN, owner.id());
                    events.publishEvent(new SignInCodeIssued(issued.code(), issued.expiresAt()));
                });
    }
}
