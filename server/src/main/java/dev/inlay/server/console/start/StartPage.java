package dev.inlay.server.console.start;

import dev.inlay.server.console.ConsoleCall;
import dev.inlay.server.console.ConsolePart;
import dev.inlay.server.console.Gate;

/** What is there, what is missing and the next step; once mails are opened, what they bring. */
public final class StartPage implements ConsolePart {
    private final Checklist checklist;
    private final WeekReader weeks;

    public StartPage(Checklist checklist, WeekReader weeks) {
        this.checklist = checklist;
        this.weeks = weeks;
    }

    /** The page. */
    record View(Steps steps, Week week) {
        /** Whether nothing is left to be set up. */
        boolean isComplete() {
            return steps.areDone() && week.isOpened();
        }
    }

    @Override
    public void routing(Gate gate) {
        gate.get("", this::show);
    }

    private void show(ConsoleCall call) {
        call.show("start/start", "Start", call.website().name(),
                new View(checklist.steps(call.website()), weeks.read(call.website())));
    }
}
