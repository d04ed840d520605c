package ptm.understanding.llm;

import dev.langchain4j.data.audio.Audio;
import dev.langchain4j.model.audio.AudioTranscriptionModel;
import dev.langchain4j.model.audio.AudioTranscriptionRequest;
import dev.langchain4j.model.output.TokenUsage;
import dev.langchain4j.service.Result;

import ptm.account.AccountId;
import ptm.understanding.Recording;
import ptm.understanding.Transcriber;

/** Has a model listen. It is not told which language to expect: told the wrong one, it translates. */
final class LlmTranscriber implements Transcriber {
    /** What a second of sound comes to, since most endpoints count no tokens of it. */
    private static final int TOKENS_A_SECOND = 10;
    private static final int CHARACTERS_A_TOKEN = 3;

    private final AudioTranscriptionModel listener;
    private final ModelCall model;

    LlmTranscriber(AudioTranscriptionModel listener, ModelCall model) {
        this.listener = listener;
        this.model = model;
    }

    @Override
    public String transcribe(AccountId account, Recording recording) {
        int tokens = (int) Math.max(1, recording.length().toSeconds()) * TOKENS_A_SECOND;
        return model.ask(account, tokens * CHARACTERS_A_TOKEN, () -> {
            String text = listener.transcribe(AudioTranscriptionRequest.builder(Audio.builder()
                    .binaryData(recording.sound()).mimeType(recording.type()).build()).build()).text();
            String words = text == null ? "" : text.strip();
            return Result.<String>builder().content(words)
                    .tokenUsage(new TokenUsage(tokens, words.length() / CHARACTERS_A_TOKEN)).build();
        });
    }
}
