package ptm.chat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import ptm.account.Account;
import ptm.account.AccountId;
import ptm.account.AccountService;
import ptm.account.Admission;
import ptm.account.AdmissionDecided;
import ptm.account.Language;
import ptm.account.Linking;
import ptm.account.Redeemed;
import ptm.account.Role;
import ptm.account.SignIn;

/** The door of the conversation: becoming the owner, asking to be let in, joining two doors. */
@Component
class AccessTalk {

    /** Whose threads those are that belong to no account. */
    private static final AccountId NOBODY = new AccountId(0);

    private final AccountService accounts;
    private final Linking linking;
    private final SettingsTalk settings;
    private final Outbox outbox;
    private final Speaker speaker;
    private final Phrases phrases;

    AccessTalk(AccountService accounts, Linking linking, SettingsTalk settings, Outbox outbox, Speaker speaker,
            Phrases phrases) {
        this.accounts = accounts;
        this.linking = linking;
        this.settings = settings;
        this.outbox = outbox;
        this.speaker = speaker;
        this.phrases = phrases;
    }

    /** Somebody who is not let in yet, or is new. */
    @Nullable
    String arrive(Incoming incoming) {
        Sender sender = incoming.sender();
        @Nullable
        String hint = sender.language() == null ? null : sender.language().code();
        switch (accounts.signIn(sender.identity(), sender.name(), hint)) {
            case SignIn.LetIn(Account account) ->
                    settings.welcome(speaker.turn(account, incoming.address(), incoming.message()));
            case SignIn.Waiting(Account account, boolean firstTime) -> {
                if (firstTime) {
                    speaker.reply(speaker.turn(account, incoming.address(), incoming.message()), "waiting");
                    askOwner(account, sender.username());
                }
            }
            case SignIn.Refused(Account account, boolean firstTime) -> {
                if (firstTime)
                    speaker.reply(speaker.turn(account, incoming.address(), incoming.message()), "blocked");
            }
            case SignIn.NoOwnerYet() -> stranger(incoming, "start.noOwner");
            case SignIn.Closed() -> stranger(incoming, "closed");
        }
        return null;
    }

    /** Tells somebody who has no account, in the language their client is set to. */
    private void stranger(Incoming incoming, String key) {
        Language language = incoming.sender().language() == null ? Language.EN : incoming.sender().language();
        outbox.put(NOBODY, incoming.address(), new Message("stranger:" + key,
                List.of(phrases.spans(language, key, Map.of())), List.of(), incoming.message()));
    }

    private void askOwner(Account person, @Nullable String username) {
        accounts.owner().ifPresent(owner -> {
            Wording say = speaker.wording(owner);
            MessageBuilder message = speaker.message(owner, say);
            if (username == null)
                message.line("waiting.asks", Map.of("name", person.name()));
            else
                message.line("waiting.asksAs", Map.of("name", person.name(), "username", username));
            message.button("button.letIn", new ButtonAction.LetIn(person.id(), ButtonAction.Verdict.LET_IN))
                    .button("button.decline", new ButtonAction.LetIn(person.id(), ButtonAction.Verdict.DECLINE))
                    .button("button.block", new ButtonAction.LetIn(person.id(), ButtonAction.Verdict.BLOCK));
            outbox.put(owner.id(), speaker.homeOf(owner.id()), message.build(askKey(person.id()), null));
        });
    }

    private static String askKey(AccountId person) {
        return "asks:" + person;
    }

    /** The owner's word about a newcomer; only the owner's counts. */
    @Nullable
    String decide(Turn turn, AccountId person, ButtonAction.Verdict verdict) {
        if (turn.account().role() != Role.OWNER)
            return turn.say().text("toast.unknown");
        Optional<Account> decided = accounts.decide(person, switch (verdict) {
            case LET_IN -> Admission.LET_IN;
            case DECLINE -> Admission.DECLINED;
            case BLOCK -> Admission.BLOCKED;
        });
        if (decided.isEmpty())
            return turn.say().text("toast.gone");
        String key = switch (verdict) {
            case LET_IN -> "waiting.letIn";
            case DECLINE -> "waiting.declined";
            case BLOCK -> "waiting.blocked";
        };
        outbox.put(turn.id(), turn.address(), speaker.message(turn)
                .line(key, Map.of("name", decided.get().name())).build(askKey(person), null));
        return null;
    }

    /** The newcomer hears of it wherever it was decided. */
    @EventListener
    void on(AdmissionDecided decided) {
        Address home = speaker.homeOf(decided.person().id());
        Turn turn = speaker.turn(decided.person(), home, null);
        switch (decided.decision()) {
            case LET_IN -> settings.welcome(turn);
            case DECLINED -> speaker.reply(turn, "waiting.notThisTime");
            case BLOCKED -> {
            }
        }
    }

    /** The language of the client they come with, as long as nothing about them was set yet. */
    private Account inTheirLanguage(Account account, Sender sender) {
        Language language = sender.language();
        return language == null || language == account.language() || account.zone() != null
                ? account
                : accounts.setLanguage(account.id(), language);
    }

    /** /start with a code: the owner's, or one that joins this chat with the panel. */
    @Nullable
    String redeem(Incoming incoming, String code) {
        Sender sender = incoming.sender();
        @Nullable
        String hint = sender.language() == null ? null : sender.language().code();
        switch (linking.redeem(code, sender.identity(), sender.name(), hint)) {
            case Redeemed.Owner(Account account) ->
                    settings.welcome(speaker.turn(inTheirLanguage(account, sender), incoming.address(),
                            incoming.message()));
            case Redeemed.Linked(Account account) ->
                    speaker.reply(speaker.turn(account, incoming.address(), incoming.message()), "start.linked");
            case Redeemed.TwoFullAccounts() -> stranger(incoming, "start.twoAccounts");
            case Redeemed.Unknown() -> stranger(incoming, "start.badCode");
        }
        return null;
    }
}
