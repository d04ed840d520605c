package ptm.telegram;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.telegram.telegrambots.meta.api.methods.GetMe;

import ptm.account.OwnerCodeIssued;

/** What is told about the bot at the start: to its owner-to-be how to reach it, to Telegram what it understands. */
class BotMenu {
    private static final Logger LOG = LoggerFactory.getLogger(BotMenu.class);

    private final BotApi api;
    private @Nullable String name;
    private @Nullable String code;

    BotMenu(BotApi api) {
        this.api = api;
    }

    void show() {
        try {
            named(api.call(new GetMe()).getUserName());
        } catch (Trouble trouble) {
            LOG.warn("the bot's menu could not be set: {}", trouble.getMessage());
        }
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
        if (name != null && code != null)
            System.out.println("  or in Telegram: https://t.me/" + name + "?start=" + code);
    }
}
