package ptm.chat;

import org.springframework.stereotype.Service;

/** The one door to the conversation: what a person did goes in, what it causes comes out. */
@Service
public class ChatService {

    /**
     * Finds out what an incoming means. Called by its lane with no transaction open; may take as long as a model.
     * Never throws for anything a person can send.
     */
    public Effect read(Incoming incoming) {
        throw new UnsupportedOperationException();
    }

    /** What to do with an incoming that failed too often: the words are kept and the person is told. */
    public Effect parked(Incoming incoming) {
        throw new UnsupportedOperationException();
    }
}
