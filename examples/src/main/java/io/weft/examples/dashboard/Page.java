package io.weft.examples.dashboard;

import io.weft.examples.alerts.Alert;
import io.weft.examples.users.Profile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page.
 *
 * @param greeting of the Greeter, or null
 * @param profile of Users, or null
 * @param alerts of Alerts, the latest first
 * @param missing the parts that are not there, and why
 */
public record Page(
    @Nullable String greeting,
    @Nullable Profile profile,
    List<Alert> alerts,
    Map<String, String> missing) {}
