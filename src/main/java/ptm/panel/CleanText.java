package ptm.panel;

import java.lang.reflect.Type;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

import ptm.task.RefusedValue;
import tools.jackson.databind.JsonNode;

/** Refuses text that no database keeps: NUL characters and halves of surrogate pairs. */
@ControllerAdvice
class CleanText extends RequestBodyAdviceAdapter {
    @Override
    public boolean supports(MethodParameter parameter, Type target,
            Class<? extends HttpMessageConverter<?>> converter) {
        return target == JsonNode.class;
    }

    @Override
    public Object afterBodyRead(Object body, HttpInputMessage message, MethodParameter parameter, Type target,
            Class<? extends HttpMessageConverter<?>> converter) {
        check((JsonNode) body, "");
        return body;
    }

    static void check(JsonNode node, String pointer) {
        if (node.isString())
            check(node.stringValue(), pointer);
        for (int i = 0; node.isArray() && i < node.size(); i++)
            check(node.get(i), pointer + '/' + i);
        if (node.isObject())
            node.forEachEntry((name, value) -> {
                check(name, pointer);
                check(value, pointer + '/' + name.replace("~", "~0").replace("/", "~1"));
            });
    }

    private static void check(String text, String pointer) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || Character.isSurrogate(c) && !pair)
                throw new RefusedValue(pointer, "The text has a character that cannot be kept.");
            if (pair)
                i++;
        }
    }
}
