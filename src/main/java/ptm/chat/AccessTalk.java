package ptm.chat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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
import ptm.understanding.UnderstandingService;

/** The door of the conversation: becoming the owner, asking to be let in, the first minute, the clock. */
@Component
class AccessTalk {

    /** Whose threads those are that belong to no account. */
    private static final AccountId NOBODY = new AccountId(0);

    private final Views views;
    private final AccountService accounts;
    private final Linking linking;
    private final UnderstandingService understanding;
    private final Questions questions;
    private final Outbox outbox;
    private final Speaker speaker;
    private final Phrases phrases;

    AccessTalk(Views views, AccountService accounts, Linking linking, UnderstandingService understanding,
            Questions questions,
            Outbox outbox, Speaker speaker, Phrases phrases) {
        this.views = views;
        this.accounts = accounts;
        this.linking = linking;
        this.understanding = understanding;
        this.questions = questions;
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
                    welcome(speaker.turn(account, incoming.address(), incoming.message()));
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
            case LET_IN -> welcome(turn);
            case DECLINED -> speaker.reply(turn, "waiting.notThisTime");
            case BLOCKED -> {
            }
        }
    }

    /** /start with a code: the owner's, or one that joins this chat with the panel. */
    @Nullable
    String redeem(Incoming incoming, String code) {
        Sender sender = incoming.sender();
        @Nullable
        String hint = sender.language() == null ? null : sender.language().code();
        switch (linking.redeem(code, sender.identity(), sender.name(), hint)) {
            case Redeemed.Owner(Account account) ->
                    welcome(speaker.turn(account, incoming.address(), incoming.message()));
            case Redeemed.Linked(Account account) ->
                    speaker.reply(speaker.turn(account, incoming.address(), incoming.message()), "start.linked");
            case Redeemed.TwoFullAccounts() -> stranger(incoming, "start.twoAccounts");
            case Redeemed.Unknown() -> stranger(incoming, "start.badCode");
        }
        return null;
    }

    /** The first minute: what to do here, who owns it, whether a model listens, and what time it is. */
    void welcome(Turn turn) {
        greet(turn, views.add(turn.id(), turn.address(), turn.source(), new View.Greeting()),
                turn.account().zone() == null);
    }

    private void greet(Turn turn, View view, boolean asksClock) {
        MessageBuilder message = speaker.message(turn).line("start.invite").line("start.example");
        if (turn.account().role() == Role.OWNER)
            message.line("start.owner");
        if (!understanding.hasModel())
            message.line("start.noAi");
        if (asksClock)
            askClock(turn, message, view);
        message.button("button.language", new ButtonAction.SwitchLanguage(view.id()));
        speaker.show(view, message);
    }

    private static void askClock(Turn turn, MessageBuilder message, View view) {
        message.line("start.clock", Map.of("time", turn.say().clock(turn.now().atZone(turn.zone()).toLocalTime())));
        message.row();
        for (int hours = -1; hours <= 1; hours++) {
            Instant there = turn.now().plus(Duration.ofHours(hours));
            message.labelled(turn.say().clock(there.atZone(turn.zone()).toLocalTime()),
                    new ButtonAction.SetOffset(view.id(), Places.offsetOf(turn.zone(), turn.now()) + 60 * hours));
        }
        message.row().button("button.otherTime", new ButtonAction.AskPlace(view.id()));
    }

    @Nullable
    String setOffset(Turn turn, long view, int minutes) {
        return clockSet(setZone(turn, view, Places.ofOffset(minutes, turn.now(), ZoneId.systemDefault())));
    }

    @Nullable
    String askPlace(Turn turn, long view) {
        questions.ask(turn.id(), turn.address(), new Question(Question.Kind.PLACE, view, 0));
        speaker.reply(turn, "start.askPlace");
        return null;
    }

    /** The answer in words: the clock is set, and the question above goes. */
    void placeSaid(Turn turn, long view, ZoneId zone) {
        Turn there = setZone(turn, view, zone);
        speaker.reply(there, speaker.message(there).line(List.of(Span.plain(clockSet(there)))));
    }

    private Turn setZone(Turn turn, long view, ZoneId zone) {
        questions.forget(turn.id(), turn.address());
        Turn there = speaker.turn(accounts.setZone(turn.id(), zone), turn.address(), turn.source());
        refresh(there, view);
        return there;
    }

    private static String clockSet(Turn there) {
        return there.say().text("start.zoneSet", Map.of("place",
                Places.name(there.zone(), there.account().language()), "time", there.say().time(there.now())));
    }

    void placeUnknown(Turn turn) {
        speaker.reply(turn, "start.placeUnknown");
    }

    @Nullable
    String switchLanguage(Turn turn, long view) {
        Language other = turn.account().language() == Language.EN ? Language.RU : Language.EN;
        refresh(speaker.turn(accounts.setLanguage(turn.id(), other), turn.address(), turn.source()), view);
        return null;
    }

    private void refresh(Turn turn, long id) {
        views.find(turn.id(), id).ifPresent(view -> {
            if (view.content() instanceof View.Settings)
                settings(turn, view);
            else
                greet(turn, view, turn.account().zone() == null);
        });
    }

    /** How the person likes it, and what they can change with a tap. */
    @Nullable
    String settings(Turn turn) {
        settings(turn, views.add(turn.id(), turn.address(), turn.source(), new View.Settings()));
        return null;
    }

    private void settings(Turn turn, View view) {
        Wording say = turn.say();
        speaker.show(view, speaker.message(turn).line("settings")
                .line("settings.line", Map.of("place", Places.name(turn.zone(), say.language()), "time",
                        say.time(turn.now()), "from", say.time(turn.account().quiet().from()), "until",
                        say.time(turn.account().quiet().until())))
                .line(understanding.hasModel() ? "settings.withAi" : "settings.noAi")
                .button("button.settingsLanguage", new ButtonAction.SwitchLanguage(view.id()))
                .button("button.settingsTime", new ButtonAction.AskPlace(view.id())));
    }
}
