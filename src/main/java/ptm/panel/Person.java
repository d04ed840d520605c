package ptm.panel;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

import ptm.account.Account;

/** Who makes a request: a person by an access token of a session, or by an API token, which has none. */
final class Person extends AbstractAuthenticationToken {
    private final transient Account account;
    private final @Nullable UUID session;

    Person(Account account, @Nullable UUID session) {
        super(List.of(new SimpleGrantedAuthority("ROLE_" + account.role().name())));
        this.account = account;
        this.session = session;
        setAuthenticated(true);
    }

    Account account() {
        return account;
    }

    @Nullable
    UUID session() {
        return session;
    }

    @Override
    public Object getPrincipal() {
        return account.id();
    }

    @Override
    public String getName() {
        return account.id().toString();
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }
}
