package ptm.telegram;

import java.time.Duration;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ptm.chat.CommandMenu;
import ptm.chat.Inbox;
import ptm.chat.Threads;

/** The Telegram door, there only where a bot's token is. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${ptm.telegram.token:}'.isBlank()")
class TelegramConfiguration {

    @Bean(destroyMethod = "close")
    BotApi botApi(TelegramProperties properties) {
        return new BotApi(properties);
    }

    @Bean
    Callbacks callbacks(BotApi api, Inbox inbox) {
        return new Callbacks(api, inbox);
    }

    @Bean
    MessageSender messageSender(BotApi api) {
        return new MessageSender(api, new SendingPace());
    }

    @Bean
    TelegramChannel telegramChannel(MessageSender sender, Callbacks callbacks, BotApi api) {
        return new TelegramChannel(new UpdateReader(), sender, callbacks, api);
    }

    @Bean
    UpdateIntake updateIntake(TelegramProperties properties, Inbox inbox, Threads threads, BotApi api,
            Callbacks callbacks) {
        return new UpdateIntake(properties.botId(), inbox, threads, api, callbacks);
    }

    @Bean
    UpdatePoller updatePoller(BotApi api, UpdateIntake intake, BotMenu menu) {
        return new UpdatePoller(api, intake::take, menu::show, Duration.ofMillis(500));
    }

    @Bean
    BotMenu botMenu(BotApi api, CommandMenu commands) {
        return new BotMenu(api, commands);
    }
}
