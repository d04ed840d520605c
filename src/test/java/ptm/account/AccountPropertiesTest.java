package ptm.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AccountPropertiesTest {
    @Test
    void peopleNeedApprovalAndThereIsNoTokenUnlessSaidOtherwise() {
        var defaults = new AccountProperties(null, "");
        assertThat(defaults.policy()).isEqualTo(Registration.APPROVAL);
        assertThat(defaults.bootstrapToken()).isNull();
    }

    @Test
    void wrongSettingsAreNamed() {
        assertThatThrownBy(() -> new AccountProperties("everyone", null)).hasMessageContaining("PTM_REGISTRATION");
        assertThatThrownBy(() -> new AccountProperties(null, "short")).hasMessageContaining("PTM_BOOTSTRAP_TOKEN");
    }
}
