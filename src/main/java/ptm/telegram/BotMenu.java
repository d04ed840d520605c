package ptm.telegram;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;

import ptm.account.Language;
import ptm.account.OwnerCodeIssued;
import ptm.chat.CommandMenu;

/** What is told about the bot at the start: to its owner-to-be how to reach it, to Telegram what it understands. */
class BotMenu {
    private static final Logger LOG = LoggerFactory.getLogger(BotMenu.class);

    private static final int TRIES = 10;

    private final BotApi api;
    private final CommandMenu commands;
    private @Nullable String name;
    private @Nullable String code;

    BotMenu(BotApi api, CommandMenu commands) {
        this.api = api;
        this.commands = commands;
    }

    /** A bot without a menu is still a bot. */
    void show() {
        try {
            named(api.insist(new GetMe(), TRIES, _ -> true).getUserName());
            show(SetMyCommands.builder().commands(commands(Language.EN)).build()); // for all other languages too
            show(SetMyCommands.builder().commands(commands(Language.RU)).languageCode(Language.RU.code()).build());
        } catch (Trouble trouble) {
            LOG.warn("the bot's menu could not be set: {}", trouble.getMessage());
        }
    }

    private void show(SetMyCommands menu) throws Trouble {
        api.insist(menu, TRIES, _ -> true);
    }

    private List<BotCommand> commands(Language language) {
        return commands.lines(language).stream()
                .<BotCommand>map(
                        line -> BotCommand.builder().command(line.name()).description(line.description()).build())
                .toList();
    }

    private synchronized void named(String username) {
        name = username;
        printLink();
    }

    @EventListener
    synchronized void on(OwnerCodeIssued issued) {
        code = issued.code();
        printLink();
    }

    /** Printed, not logged: the code is a secret. */
    private void printLink() {
        if (name != null && code != null) {
            System.out.println("  or in Telegram: https://t.me/" + name + "?start=" + code);
            code = null;
        }
    }
}
