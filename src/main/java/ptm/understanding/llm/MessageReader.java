package ptm.understanding.llm;

import dev.langchain4j.service.Result;
import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;

/** Asks a model what a message means. */
interface MessageReader {
    @SystemMessage(fromResource = "/prompts/interpret/system.md")
    @UserMessage(fromResource = "/prompts/interpret/user.md")
    Result<MessageAnswer> read(@V("language") String language, @V("moment") String moment, @V("words") String words,
            @V("examples") String examples, @V("tasks") String tasks, @V("message") String message);
}
