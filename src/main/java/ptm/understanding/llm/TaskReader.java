package ptm.understanding.llm;

import dev.langchain4j.service.Result;
import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;

/** Asks a model what tasks imply. */
interface TaskReader {
    @SystemMessage(fromResource = "/prompts/annotate/system.md")
    @UserMessage(fromResource = "/prompts/annotate/user.md")
    Result<TasksAnswer> read(@V("today") String today, @V("themes") String themes, @V("contexts") String contexts,
            @V("examples") String examples, @V("tasks") String tasks);
}
