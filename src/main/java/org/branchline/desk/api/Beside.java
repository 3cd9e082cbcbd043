package org.branchline.desk.api;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.branchline.campaign.broadcast.Offering;
import org.branchline.database.Transactions;
import org.branchline.delivery.Attachments;
import org.jspecify.annotations.Nullable;

/** Whether what goes with a broadcast's text is there. */
@Singleton
class Beside {

    private final Transactions transactions;
    private final Offering offering;

    Beside(Transactions transactions, Offering offering) {
        this.transactions = transactions;
        this.offering = offering;
    }

    /** What is wrong with it, and what would be right; empty where it may go. */
    Uni<List<String>> problems(Tenants.Tenant tenant, DraftReader.Beside beside) {
        List<String> problems = new ArrayList<>();
        if (beside.picture() != null && beside.document() != null) {
            problems.add("document: a message has one picture or one document");
        }
        return file(tenant, "picture", beside.picture(), true, problems)
                .chain(() -> file(tenant, "document", beside.document(), false, problems))
                .chain(() -> playbook(tenant, beside.playbook(), problems))
                .replaceWith(problems);
    }

    private Uni<Void> file(
            Tenants.Tenant tenant, String key, @Nullable Long number, boolean picture, List<String> problems) {
        if (number == null) {
            return Uni.createFrom().voidItem();
        }
        return transactions
                .inTransaction(tenant.organisation().id(), tx -> Attachments.picture(tx::query, tenant.bot(), number))
                .invoke(found -> {
                    if (found.isEmpty()) {
                        problems.add(key + ": there is no " + number + "; POST the file to /api/v1/" + key + "s first");
                    } else if (found.get() != picture) {
                        problems.add(key + ": " + number + " is a " + (picture ? "document" : "picture"));
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> playbook(Tenants.Tenant tenant, String playbook, List<String> problems) {
        return playbook.isEmpty()
                ? Uni.createFrom().voidItem()
                : offering.texts(tenant.organisation(), playbook)
                        .invoke(found -> {
                            if (found.isEmpty()) {
                                problems.add("playbook: there is no \"" + playbook + "\"");
                            }
                        })
                        .replaceWithVoid();
    }
}
