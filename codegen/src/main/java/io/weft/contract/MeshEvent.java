package io.weft.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a record, or a sealed interface of records, as a type of events on topics. The processor
 * generates its codec, those of all types it reaches, its {@code .proto}, and the descriptor set
 * that lets the command line turn such events into JSON.
 *
 * <p>A type that a {@link MeshService} of the same module uses has a codec anyway; there the
 * annotation adds the descriptor set.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface MeshEvent {}
