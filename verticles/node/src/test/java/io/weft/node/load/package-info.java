/** What a user's jar holds where nodes die under load. */
package io.weft.node.load;
