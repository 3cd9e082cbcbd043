/** What goes out beside the jar, the container image and the systemd unit, held to what the service and the chart count on. */
package org.branchline.shipping;
