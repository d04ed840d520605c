package ptm.understanding.llm;

import ptm.understanding.Annotator;
import ptm.understanding.Interpreter;

/** The engines that ask one endpoint; what they find out about it, and whether it fails, is no other's business. */
record EndpointEngines(Interpreter interpreter, Annotator annotator) {}
