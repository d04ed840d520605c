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

import tools.jackson.databind.json.JsonMapper;

/**
 * Asks for answers in the strictest form that the endpoint knows: a JSON schema, any JSON, or text with JSON somewhere in
 * it. What it does not know it refuses as a bad request; that is found out once and remembered while the server runs.
 */
final class AdaptiveChatModel implements ChatModel {

    /** From the strictest to the one that every endpoint knows. */
    private enum Form {
        SCHEMA, JSON, TEXT
    }

    private final ChatModel model;
    private volatile Form known = Form.SCHEMA;

    AdaptiveChatModel(ChatModel model) {
        this.model = model;
    }

    @Override
    public Set<Capability> supportedCapabilities() {
        return Set.of(Capability.RESPONSE_FORMAT_JSON_SCHEMA);
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        Form first = known;
        InvalidRequestException refusal = null;
        for (int i = first.ordinal(); i < Form.values().length; i++)
            try {
                Form form = Form.values()[i];
                ChatResponse response = model.chat(in(form, request));
                known = form;
                return withJsonAlone(response);
            } catch (ContentFilteredException filtered) {
                throw filtered; // it understood the question
            } catch (InvalidRequestException refused) {
                refusal = refusal == null ? refused : refusal;
            }
        throw refusal == null ? new IllegalStateException() : refusal; // in no form: it is not the form that is wrong
    }

    private static ChatRequest in(Form form, ChatRequest request) {
        ResponseFormat wanted = request.responseFormat();
        JsonSchema schema = wanted == null ? null : wanted.jsonSchema();
        if (form == Form.SCHEMA || schema == null)
            return request;
        return ChatRequest.builder().messages(withSchema(request.messages(), schema))
                .responseFormat(form == Form.JSON ? ResponseFormat.JSON : ResponseFormat.TEXT).build();
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
