package ptm.telegram;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;

import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.objects.ApiResponse;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * getUpdates that hands over each update as it came. The library's own reads all of them into its types at once, so one
 * update of a kind it does not know would keep every other from arriving, for ever.
 */
class GetRawUpdates extends BotApiMethod<ArrayList<String>> {
    private static final List<String> KINDS = List.of("message", "edited_message", "callback_query", "my_chat_member");

    @JsonProperty("offset")
    final long offset;
    @JsonProperty("timeout")
    final int timeout;
    @JsonProperty("allowed_updates")
    final List<String> kinds = KINDS;

    /** @param offset the first update wanted: those before it are confirmed; @param timeout seconds to wait for one */
    GetRawUpdates(long offset, int timeout) {
        this.offset = offset;
        this.timeout = timeout;
    }

    @Override
    @JsonProperty("method")
    public String getMethod() {
        return "getupdates";
    }

    @Override
    public ArrayList<String> deserializeResponse(String answer) throws TelegramApiRequestException {
        try {
            var tree = OBJECT_MAPPER.readTree(answer);
            if (!tree.path("ok").asBoolean())
                throw new TelegramApiRequestException("no updates", OBJECT_MAPPER.treeToValue(tree,
                        ApiResponse.class));
            var updates = new ArrayList<String>();
            tree.path("result").forEach(update -> updates.add(update.toString()));
            return updates;
        } catch (JsonProcessingException e) {
            throw new TelegramApiRequestException("no JSON came", e);
        }
    }
}
