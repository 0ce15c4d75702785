/** The check in a worker: the pane's own thread stays free for the person while a large return is checked. */
import { answerChecks } from "./answer-checks";

answerChecks(self);
