package ptm.chat;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;

import ptm.account.Account;
import ptm.account.AccountId;
import ptm.account.AccountService;
import ptm.understanding.Origin;

/** The one door to the conversation: what a person did goes in, what it causes comes out. */
@Service
public class ChatService {

    private final AccountService accounts;
    private final AccessTalk access;
    private final WordsTalk words;
    private final CommandTalk commands;
    private final ButtonTalk buttons;
    private final Questions questions;
    private final Speaker speaker;

    ChatService(AccountService accounts, AccessTalk access, WordsTalk words, CommandTalk commands, ButtonTalk buttons,
            Questions questions, Speaker speaker) {
        this.questions = questions;
        this.accounts = accounts;
        this.access = access;
        this.words = words;
        this.commands = commands;
        this.buttons = buttons;
        this.speaker = speaker;
    }

    /**
     * Finds out what an incoming means. Called by its lane with no transaction open; may take as long as a model.
     * Never throws for anything a person can send.
     */
    public Effect read(Incoming incoming) {
        if (incoming instanceof Incoming.Command(var _, var _, var _, var _, String name, String code)
                && name.equals("start") && !code.isBlank())
            return () -> access.redeem(incoming, code.strip());
        Optional<Account> account = find(incoming).filter(found -> found.role().isLetIn());
        if (account.isEmpty())
            return () -> access.arrive(incoming);
        return read(incoming, account.get());
    }

    private Effect read(Incoming incoming, Account account) {
        Turn turn = speaker.turn(account, incoming.address(),
                incoming instanceof Incoming.Press ? null : incoming.message());
        return switch (incoming) {
            case Incoming.Words said -> spoken(turn, words.read(turn, said));
            case Incoming.Rewording said -> spoken(turn, words.reread(turn, said));
            case Incoming.Command command ->
                    afresh(turn, spoken(turn, commands.read(turn, command.name(), command.arguments())));
            case Incoming.Press press -> afresh(turn, buttons.read(turn, press.payload()));
            case Incoming.Sound sound -> spoken(turn, words.sound(turn, sound));
            case Incoming.Wordless _ -> () -> {
                speaker.reply(turn, "wordless");
                return null;
            };
        };
    }

    /** Only a press can be answered by a toast: to everything else it is said. */
    private Effect spoken(Turn turn, Effect effect) {
        return () -> {
            String toast = effect.apply();
            if (toast != null)
                speaker.reply(turn, speaker.message(turn).line(List.of(Span.plain(toast))));
            return null;
        };
    }

    /** Whoever presses or commands something has turned to something else: what was asked before is let go. */
    private Effect afresh(Turn turn, Effect effect) {
        return () -> {
            questions.forget(turn.id(), turn.address());
            return effect.apply();
        };
    }

    /** What to do with an incoming that failed too often: the words are kept and the person is told. */
    public Effect parked(Incoming incoming) {
        Optional<Account> account = find(incoming);
        if (account.isEmpty())
            return () -> null;
        Turn turn = speaker.turn(account.get(), incoming.address(), incoming.message());
        return switch (incoming) {
            case Incoming.Words said -> () -> words.parked(turn, said.text(), said.origin());
            case Incoming.Rewording said -> () -> words.parked(turn, said.text(), Origin.OWN);
            case Incoming.Press _ -> () -> turn.say().text("toast.unknown");
            case Incoming.Command _,Incoming.Sound _,Incoming.Wordless _ -> () -> {
                speaker.reply(turn, "parked");
                return null;
            };
        };
    }

    /** In the panel the thread is the account, known from its session; elsewhere the identity tells. */
    private Optional<Account> find(Incoming incoming) {
        return incoming.address().channel().equals("panel")
                ? accounts.find(new AccountId(Long.parseLong(incoming.address().thread())))
                : accounts.findBy(incoming.sender().identity());
    }
}
