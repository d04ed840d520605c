package ptm.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import ptm.TestDatabase;

class AccountServiceIT {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Identity DINA = Identity.telegram(1);
    private static final Identity BORIS = Identity.telegram(2);
    private static final String TOKEN = "a token that is long enough, 0123";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private TestAccounts ptm = at(NOW);

    @BeforeEach
    void nobodyIsHere() {
        database.jdbc().sql("truncate account cascade").update();
        ptm = started(null, null, NOW);
    }

    @Test
    void theOwnersCodeIsGoodOnceAndOnlyOneClaims() {
        String code = ptm.ownerCode();
        Redeemed first = redeem(code, DINA);
        assertThat(first).isInstanceOfSatisfying(Redeemed.Owner.class,
                owner -> assertThat(owner.account().role()).isEqualTo(Role.OWNER));
        assertThat(redeem(code, BORIS)).isInstanceOf(Redeemed.Unknown.class);
        assertThat(ptm.service.owner().map(Account::name)).contains("Dina");
    }

    @Test
    void beingFirstDoesNotMakeAnOwner() {
        assertThat(signIn(BORIS)).isInstanceOf(SignIn.NoOwnerYet.class);
        assertThat(ptm.service.people()).isEmpty();
    }

    @Test
    void anOwnersCodeLastsAQuarterOfAnHour() {
        String code = ptm.ownerCode();
        TestAccounts later = at(NOW.plus(Duration.ofMinutes(15)));
        assertThat(later.linking.redeem(code, DINA, "Dina", "en")).isInstanceOf(Redeemed.Unknown.class);
    }

    @Test
    void everyStartInvitesUntilSomebodyIsTheOwner() {
        String old = ptm.ownerCode();
        ptm.start();
        assertThat(ptm.ownerCode()).isNotEqualTo(old);
        redeem(old, DINA);
        ptm.start();
        assertThat(ptm.events).isEmpty();
    }

    @Test
    void anOwnerWithOnlyThePanelIsGivenAWayBackAtEveryStart() {
        var owner = (Redeemed.Owner) ptm.linking.redeemInPanel(ptm.ownerCode(), null, "ru");
        assertThat(owner.account().language()).isEqualTo(Language.RU);
        ptm.start();
        String code = ((SignInCodeIssued) ptm.events.getFirst()).code();
        assertThat(redeem(code, BORIS)).isInstanceOf(Redeemed.Unknown.class);
        assertThat(ptm.linking.redeemInPanel(code, null, null)).isEqualTo(new Redeemed.Linked(owner.account()));
        assertThat(ptm.linking.redeemInPanel(code, null, null)).isInstanceOf(Redeemed.Unknown.class);
    }

    @Test
    void aStrangerWaitsForTheOwnersYes() {
        claim();
        var waiting = (SignIn.Waiting) signIn(BORIS);
        assertThat(waiting.firstTime()).isTrue();
        assertThat(signIn(BORIS)).isEqualTo(new SignIn.Waiting(waiting.account(), false));
        Account letIn = ptm.service.decide(waiting.account().id(), Admission.LET_IN).orElseThrow();
        assertThat(ptm.events).contains(new AdmissionDecided(letIn, Admission.LET_IN));
        assertThat(signIn(BORIS)).isEqualTo(new SignIn.LetIn(letIn));
        assertThat(letIn.role()).isEqualTo(Role.MEMBER);
    }

    @Test
    void whoWasDeclinedMayAskAgainAWeekLater() {
        claim();
        AccountId boris = ((SignIn.Waiting) signIn(BORIS)).account().id();
        ptm.service.decide(boris, Admission.DECLINED);
        assertThat(((SignIn.Waiting) signIn(BORIS)).firstTime()).isFalse();
        TestAccounts later = at(NOW.plus(Duration.ofDays(8)));
        assertThat(((SignIn.Waiting) later.service.signIn(BORIS, "Boris", null)).firstTime()).isTrue();
        assertThat(((SignIn.Waiting) later.service.signIn(BORIS, "Boris", null)).firstTime()).isFalse();
    }

    @Test
    void whoIsBlockedIsToldOnceAndTheOwnerCannotBe() {
        Account owner = claim();
        AccountId boris = ((SignIn.Waiting) signIn(BORIS)).account().id();
        ptm.service.decide(boris, Admission.BLOCKED);
        assertThat(((SignIn.Refused) signIn(BORIS)).firstTime()).isTrue();
        assertThat(((SignIn.Refused) signIn(BORIS)).firstTime()).isFalse();
        assertThat(ptm.service.decide(owner.id(), Admission.BLOCKED)).isEmpty();
    }

    @Test
    void registrationDecidesWhoElseComesIn() {
        claim();
        TestAccounts open = started("open", null, NOW);
        assertThat(((SignIn.LetIn) open.service.signIn(BORIS, "Boris", null)).account().role()).isEqualTo(Role.GUEST);
        TestAccounts closed = started("closed", null, NOW);
        assertThat(closed.service.signIn(Identity.telegram(3), "Third", null)).isInstanceOf(SignIn.Closed.class);
        assertThat(closed.service.signIn(BORIS, "Boris", null)).isInstanceOf(SignIn.LetIn.class);
    }

    @Test
    void aLinkCodeJoinsAnotherIdentityWhicheverAccountIsEmpty() {
        Account owner = (((Redeemed.Owner) ptm.linking.redeemInPanel(ptm.ownerCode(), null, null))).account();
        AccountId boris = ((SignIn.Waiting) signIn(BORIS)).account().id();
        Redeemed linked = redeem(ptm.service.newLinkCode(owner.id()), BORIS);
        assertThat(linked).isEqualTo(new Redeemed.Linked(owner));
        assertThat(ptm.service.find(boris)).isEmpty();
        assertThat(ptm.service.identitiesOf(owner.id())).contains(BORIS);
    }

    @Test
    void theFullAccountTakesOverTheEmptyOneAndItsRole() {
        Account owner = (((Redeemed.Owner) ptm.linking.redeemInPanel(ptm.ownerCode(), null, null))).account();
        AccountId boris = ((SignIn.Waiting) signIn(BORIS)).account().id();
        ptm.full.add(boris);
        Session session = ptm.sessions.open(owner.id());
        var linked = (Redeemed.Linked) redeem(ptm.service.newLinkCode(owner.id()), BORIS);
        assertThat(linked.account().id()).isEqualTo(boris);
        assertThat(linked.account().role()).isEqualTo(Role.OWNER);
        assertThat(ptm.sessions.refresh(session.refreshToken()).map(Session::account)).contains(linked.account());
    }

    @Test
    void twoFullAccountsAreNotJoinedAndTheCodeStaysGood() {
        Account owner = claim();
        AccountId boris = ((SignIn.Waiting) signIn(BORIS)).account().id();
        ptm.full.add(boris);
        ptm.full.add(owner.id());
        String code = ptm.service.newLinkCode(owner.id());
        assertThat(redeem(code, BORIS)).isInstanceOf(Redeemed.TwoFullAccounts.class);
        ptm.full.clear();
        assertThat(redeem(code, BORIS)).isInstanceOf(Redeemed.Linked.class);
        assertThat(redeem(code, BORIS)).isInstanceOf(Redeemed.Unknown.class);
    }

    @Test
    void theBootstrapTokenIsTheOwnersAndFollowsTheSetting() {
        TestAccounts first = started(null, TOKEN, NOW);
        Account owner = first.tokens.authenticate(TOKEN).orElseThrow();
        assertThat(owner.role()).isEqualTo(Role.OWNER);
        assertThat(first.tokens.list(owner.id())).hasSize(1).first()
                .matches(token -> token.bootstrap() && token.lastUsedAt() != null);
        assertThat(first.tokens.revoke(owner.id(), first.tokens.list(owner.id()).getFirst().id())).isFalse();

        TestAccounts rotated = started(null, TOKEN + "4", NOW);
        assertThat(rotated.tokens.authenticate(TOKEN)).isEmpty();
        assertThat(rotated.tokens.authenticate(TOKEN + "4").map(Account::id)).contains(owner.id());

        TestAccounts unset = started(null, null, NOW);
        assertThat(unset.tokens.authenticate(TOKEN + "4")).isEmpty();
        assertThat(unset.tokens.list(owner.id())).isEmpty();
    }

    @Test
    void whoClaimsAfterABootstrapTokenIsThatSameOwner() {
        TestAccounts first = started(null, TOKEN, NOW);
        AccountId owner = first.tokens.authenticate(TOKEN).orElseThrow().id();
        first.full.add(owner);
        var claimed = (Redeemed.Owner) first.linking.redeem(first.ownerCode(), DINA, "Dina", "en");
        assertThat(claimed.account().id()).isEqualTo(owner);
        assertThat(started(null, TOKEN, NOW).events).isEmpty();
    }

    @Test
    void aTokenActsForItsOwnerUntilRevoked() {
        AccountId dina = claim().id();
        AccessToken.Issued issued = ptm.tokens.create(dina, "script");
        assertThat(ptm.tokens.authenticate(issued.secret()).map(Account::id)).contains(dina);
        assertThat(ptm.tokens.authenticate(issued.secret() + "x")).isEmpty();
        assertThat(ptm.tokens.revoke(new AccountId(dina.value() + 1), issued.token().id())).isFalse();
        assertThat(ptm.tokens.revoke(dina, issued.token().id())).isTrue();
        assertThat(ptm.tokens.authenticate(issued.secret())).isEmpty();
    }

    @Test
    void aReusedRefreshTokenEndsItsFamily() {
        AccountId dina = claim().id();
        Session first = ptm.sessions.open(dina);
        Session second = ptm.sessions.refresh(first.refreshToken()).orElseThrow();
        assertThat(ptm.sessions.find(dina, first.id())).isPresent();
        assertThat(ptm.sessions.refresh(first.refreshToken())).isEmpty();
        assertThat(ptm.sessions.refresh(second.refreshToken())).isEmpty();
        assertThat(ptm.sessions.find(dina, first.id())).isEmpty();
        assertThat(ptm.events).contains(new SessionEnded(dina, first.id()));
    }

    @Test
    void aSessionThatIsNotUsedForAMonthEnds() {
        AccountId dina = claim().id();
        Session session = ptm.sessions.open(dina);
        TestAccounts later = at(NOW.plus(Sessions.LIFETIME));
        assertThat(later.sessions.find(dina, session.id())).isEmpty();
        assertThat(later.sessions.refresh(session.refreshToken())).isEmpty();
    }

    @Test
    void settingsAreThePersonsOwn() {
        Account dina = claim();
        assertThat(ptm.service.zoneOf(dina)).isEqualTo(ZoneId.systemDefault());
        ptm.service.setZone(dina.id(), ZoneId.of("Europe/Berlin"));
        ptm.service.setLanguage(dina.id(), Language.RU);
        Account set = ptm.service.setQuiet(dina.id(), new QuietHours(LocalTime.of(23, 0), LocalTime.of(7, 30)));
        assertThat(set).isEqualTo(new Account(dina.id(), "Dina", Role.OWNER, Language.RU, ZoneId.of("Europe/Berlin"),
                TimesOfDay.DEFAULT, new QuietHours(LocalTime.of(23, 0), LocalTime.of(7, 30))));
    }

    private SignIn signIn(Identity identity) {
        return ptm.service.signIn(identity, identity.equals(DINA) ? "Dina" : "Boris", "en");
    }

    private Redeemed redeem(String code, Identity identity) {
        return ptm.linking.redeem(code, identity, identity.equals(DINA) ? "Dina" : "Boris", "en");
    }

    private Account claim() {
        return ((Redeemed.Owner) redeem(ptm.ownerCode(), DINA)).account();
    }

    private static TestAccounts started(@Nullable String registration,
            @Nullable String token, Instant now) {
        var accounts = new TestAccounts(database, Clock.fixed(now, ZoneOffset.UTC), registration, token);
        accounts.start();
        return accounts;
    }

    private static TestAccounts at(Instant now) {
        return new TestAccounts(database, Clock.fixed(now, ZoneOffset.UTC), null, null);
    }
}
