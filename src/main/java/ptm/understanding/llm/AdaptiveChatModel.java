package ptm.understanding.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.internal.JsonSchemaElementUtils;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

/**
 * Asks for answers in the strictest form that the endpoint knows: a JSON schema, any JSON, or text with JSON somewhere in
 * it. What it does not know it refuses as a bad request; that is found out once and remembered while the server runs. So
 * is how it wants to be told where an answer ends, and whether it can be told to be sober.
 */
final class AdaptiveChatModel implements ChatModel {

    /** From the strictest to the one that every endpoint knows. */
    private enum Form {
        SCHEMA, JSON, TEXT
    }

    /** The names that endpoints know the longest answer by, from the one most of them know to none at all. */
    private enum Bound {
        MAX_TOKENS, MAX_COMPLETION_TOKENS, NONE
    }

    /** How to ask. */
    private record Manner(Form form, Bound bound, boolean sober) {

        /** How to ask after this was refused; null where it is not the manner that is wrong. */
        @Nullable
        Manner after(String refusal) {
            if (sober && refusal.contains("temperature"))
                return new Manner(form, bound, false);
            if (bound != Bound.NONE && (refusal.contains("max_tokens") || refusal.contains("max_completion_tokens")))
                return new Manner(form, Bound.values()[bound.ordinal() + 1], sober);
            return form == Form.TEXT ? null : new Manner(Form.values()[form.ordinal() + 1], bound, sober);
        }
    }

    private final ChatModel model;
    private final int longestAnswer;
    private volatile Manner known = new Manner(Form.SCHEMA, Bound.MAX_TOKENS, true);

    /** @param longestAnswer in tokens, thoughts included */
    AdaptiveChatModel(ChatModel model, int longestAnswer) {
        this.model = model;
        this.longestAnswer = longestAnswer;
    }

    @Override
    public Set<Capability> supportedCapabilities() {
        return Set.of(Capability.RESPONSE_FORMAT_JSON_SCHEMA);
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        InvalidRequestException first = null;
        for (Manner manner = known; manner != null;)
            try {
                ChatResponse response = model.chat(in(manner, request));
                known = manner;
                return withJsonAlone(response);
            } catch (ContentFilteredException filtered) {
                throw filtered; // it understood the question
            } catch (InvalidRequestException refused) {
                first = first == null ? refused : first;
                manner = manner.after(String.valueOf(refused.getMessage()));
            }
        throw first == null ? new IllegalStateException() : first; // in no manner: it is something else that is wrong
    }

    private ChatRequest in(Manner manner, ChatRequest request) {
        var parameters = OpenAiChatRequestParameters.builder().overrideWith(request.parameters());
        if (manner.sober())
            parameters.temperature(0.0);
        switch (manner.bound()) {
            case MAX_TOKENS -> parameters.maxOutputTokens(longestAnswer);
            case MAX_COMPLETION_TOKENS -> parameters.maxCompletionTokens(longestAnswer);
            case NONE -> {
            }
        }
        ResponseFormat wanted = request.responseFormat();
        JsonSchema schema = wanted == null ? null : wanted.jsonSchema();
        if (manner.form() == Form.SCHEMA || schema == null)
            return ChatRequest.builder().messages(request.messages()).parameters(parameters.build()).build();
        parameters.responseFormat(manner.form() == Form.JSON ? ResponseFormat.JSON : ResponseFormat.TEXT);
        return ChatRequest.builder().messages(withSchema(request.messages(), schema)).parameters(parameters.build())
                .build();
    }

    private static List<ChatMessage> withSchema(List<ChatMessage> messages, JsonSchema schema) {
        String rule = "\n\nAnswer with one JSON object of this JSON schema and nothing else:\n" + JsonMapper.shared()
                .writeValueAsString(JsonSchemaElementUtils.toMap(schema.rootElement()));
        List<ChatMessage> all = new ArrayList<>(messages);
        if (!all.isEmpty() && all.getFirst() instanceof SystemMessage first)
            all.set(0, SystemMessage.from(first.text() + rule));
        else
            all.addFirst(SystemMessage.from(rule.strip()));
        return all;
    }

    private static ChatResponse withJsonAlone(ChatResponse response) {
        String text = response.aiMessage().text();
        if (text == null)
            return response;
        String json = JsonInText.first(text);
        return json.equals(text) ? response : response.toBuilder().aiMessage(AiMessage.from(json)).build();
    }
}
