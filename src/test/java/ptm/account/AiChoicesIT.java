package ptm.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import ptm.TestDatabase;

class AiChoicesIT {
    private static final String KEY = "key-of-dina-0123456789-wxyz";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    final AiChoices choices = choices("a secret of this server", "https://shared.example/v1");
    AccountId dina;

    @BeforeEach
    void somebody() {
        dina = TestAccounts.member(database.jdbc());
    }

    private static AiChoices choices(String secret, String shared) {
        return new AiChoices(database.jdbc(), new KeySeal(secret), new Audit(database.jdbc(), Clock.systemUTC()),
                Clock.systemUTC(), shared);
    }

    private static AiEndpoint endpoint(@Nullable String key) {
        return new AiEndpoint(URI.create("https://own.example/v1"), "deep", "fast", key);
    }

    private void role(Role role) {
        database.jdbc().sql("update account set role = ? where id = ?").params(role.name(), dina.value()).update();
    }

    private Map<String, Object> row() {
        return database.jdbc().sql("select * from ai_endpoint where account_id = ?").param(dina.value()).query()
                .singleRow();
    }

    @Test
    void aMemberHasTheOperatorsModelWhereThereIsOne() {
        assertThat(choices.of(dina)).isEqualTo(new AiAccess.Shared("shared.example"));
        assertThat(choices("", "").of(dina)).isEqualTo(new AiAccess.Missing());
    }

    @Test
    void whoWantsNoModelHasNoneUntilTheySayOtherwise() {
        choices.keep(dina, endpoint(KEY));
        choices.refuse(dina, true);
        assertThat(choices.of(dina)).isEqualTo(new AiAccess.Refused());
        assertThat(choices.isGiven(dina)).isFalse();
        choices.refuse(dina, false);
        assertThat(choices.isGiven(dina)).isTrue();
    }

    @Test
    void ownGoesBeforeTheOperatorsAndForAGuestToo() {
        choices.keep(dina, endpoint(KEY));
        assertThat(choices.of(dina)).isEqualTo(new AiAccess.Own(endpoint(KEY)));
        role(Role.GUEST);
        assertThat(choices.of(dina)).isEqualTo(new AiAccess.Own(endpoint(KEY)));
        role(Role.BLOCKED);
        assertThat(choices.of(dina)).isEqualTo(new AiAccess.Missing());
        role(Role.GUEST);
        assertThat(choices.remove(dina)).isTrue();
        assertThat(choices.of(dina)).isEqualTo(new AiAccess.Missing());
        assertThat(choices.remove(dina)).isFalse();
    }

    @Test
    void theDatabaseHoldsNoKeyAndTheSameKeyLooksDifferentEachTime() {
        choices.keep(dina, endpoint(KEY));
        byte[] first = (byte[]) row().get("sealed_key");
        choices.keep(dina, endpoint(KEY));
        byte[] second = (byte[]) row().get("sealed_key");
        assertThat(new String(first, StandardCharsets.ISO_8859_1)).doesNotContain("dina");
        assertThat(first).isNotEqualTo(second);
        assertThat(row().values().toString()).doesNotContain(KEY);
        assertThat(choices.kept(dina).orElseThrow().keyEnd()).isEqualTo("wxyz");
    }

    @Test
    void aSealedKeyIsGoodForItsAccountAndAddressAlone() {
        choices.keep(dina, endpoint(KEY));
        AccountId boris = TestAccounts.member(database.jdbc());
        database.jdbc().sql("""
                insert into ai_endpoint select :boris, url, model, fast_model, sealed_key, key_end, kept_at
                from ai_endpoint where account_id = :dina""").param("boris", boris.value())
                .param("dina", dina.value()).update();
        assertThat(choices.of(boris)).isEqualTo(new AiAccess.Missing());
        database.jdbc().sql("update ai_endpoint set url = 'https://thief.example/v1' where account_id = ?")
                .param(dina.value()).update();
        assertThat(choices.of(dina)).isEqualTo(new AiAccess.Missing());
    }

    @Test
    void withAnotherSecretTheKeyIsUnreadableAndTheWordsGoNowhereElse() {
        choices.keep(dina, endpoint(KEY));
        AiChoices later = choices("another secret", "https://shared.example/v1");
        assertThat(later.of(dina)).isEqualTo(new AiAccess.Missing());
        assertThat(later.kept(dina).orElseThrow().readable()).isFalse();
    }

    @Test
    void withoutASecretOfTheOperatorNoKeyIsKept() {
        AiChoices open = choices("", "");
        assertThat(open.canKeepKeys()).isFalse();
        assertThatThrownBy(() -> open.keep(dina, endpoint(KEY))).isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining(KEY);
        assertThat(open.kept(dina)).isEmpty();
        open.keep(dina, endpoint(null));
        assertThat(open.of(dina)).isEqualTo(new AiAccess.Own(endpoint(null)));
    }

    @Test
    void nothingThatIsPrintedHoldsTheKey() {
        choices.keep(dina, endpoint(KEY));
        choices.refuse(dina, true);
        choices.remove(dina);
        assertThat(endpoint(KEY).toString() + new AiAccess.Own(endpoint(KEY))).doesNotContain(KEY);
        var audit = new Audit(database.jdbc(), Clock.systemUTC()).latest(dina, 10);
        assertThat(audit).extracting(AuditLine::what).containsExactly("ai-endpoint", "ai", "ai-endpoint");
        assertThat(audit.toString()).doesNotContain(KEY);
    }

    @Test
    void ofAShortKeyNothingIsShown() {
        assertThat(endpoint("short").keyEnd()).isEmpty();
    }

    @Test
    void whereTwoAccountsBecomeOneANoHoldsAndTheKeyMovesAlong() {
        AccountId boris = TestAccounts.member(database.jdbc());
        choices.keep(dina, endpoint(KEY));
        choices.merge(dina, boris);
        assertThat(choices.of(boris)).isEqualTo(new AiAccess.Own(endpoint(KEY)));
        choices.refuse(dina, true);
        choices.merge(dina, boris);
        assertThat(choices.of(boris)).isEqualTo(new AiAccess.Refused());
    }
}
