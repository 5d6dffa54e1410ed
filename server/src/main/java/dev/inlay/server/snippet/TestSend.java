package dev.inlay.server.snippet;

import java.util.ArrayList;
import java.util.List;

/** What an operator tries with one test mail: each line finds a fault that only the real mail service can make. */
final class TestSend {
    private TestSend() {
    }

    static List<String> checklist(MergeTags tags, boolean namesTheSend) {
        String identity = tags.identity().wireName();
        List<String> steps = new ArrayList<>();
        steps.add("Send a real mailing, not a preview, to two readers: one whom the shop knows, one whom it does not.");
        steps.add("Look into the source of both mails: behind " + identity + "= stands " + tags.identity().meaning()
                + " of that reader, not " + tags.identityTag() + ".");
        if (namesTheSend) {
            steps.add("Behind send= stands the same value in both mails, and another one in the next mailing.");
        }
        if (tags.identity() == IdentityParameter.USER_EMAIL) {
            steps.add("Let the known reader's address hold a plus sign (anna+test@...), as some addresses do.");
        }
        steps.add("The known reader sees products like those visited, the other one your default products.");
        steps.add("Click every picture: the shop opens the product that the picture shows.");
        steps.add("Switch pictures off: each tile says what it is. Open the mail on a phone: nothing is cut off.");
        return steps;
    }
}
