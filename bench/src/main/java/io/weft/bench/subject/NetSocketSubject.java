package io.weft.bench.subject;

import io.vertx.core.Completable;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Frames over one bare Vert.x socket, answered in order: the physical limit. A frame of two ints
 * asks for a stream, whose items are packed 64 to a write.
 */
final class NetSocketSubject implements Subject {
  private static final String HOST = "127.0.0.1";
  private static final int ASK_STREAM = 2 * Integer.BYTES;
  private static final int PACK = 64;

  @Override
  public String name() {
    return "netsocket";
  }

  @Override
  public boolean streams() {
    return true;
  }

  @Override
  public Server serve() throws Exception {
    Vertx vertx = vertx();
    NetServer server =
        vertx
            .createNetServer(new NetServerOptions().setHost(HOST).setPort(0))
            .connectHandler(NetSocketSubject::serve)
            .listen()
            .await(START_SECONDS, TimeUnit.SECONDS);
    return new Server(server.actualPort());
  }

  private static Vertx vertx() {
    return Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
  }

  private static void serve(NetSocket socket) {
    socket.handler(
        new Frames(
            (chunk, start, end) -> {
              if (end - start == Frames.HEAD + ASK_STREAM) {
                int count = chunk.getInt(start + Frames.HEAD);
                produce(socket, count, chunk.getInt(start + Frames.HEAD + Integer.BYTES));
              } else {
                socket.write(chunk.slice(start, end));
              }
            }));
  }

  private static void produce(NetSocket socket, int count, int bytes) {
    Buffer item = payload(bytes);
    int left = count;
    while (left > 0) {
      if (socket.writeQueueFull()) {
        int later = left;
        socket.drainHandler(
            drained -> {
              socket.drainHandler(null); // it would be called at every drain
              produce(socket, later, bytes);
            });
        return;
      }
      int items = Math.min(left, PACK);
      Buffer pack = Buffer.buffer(items * item.length());
      for (int i = 0; i < items; i++) {
        pack.appendBuffer(item);
      }
      socket.write(pack);
      left -= items;
    }
  }

  private static Buffer payload(int bytes) {
    return Buffer.buffer(Frames.HEAD + bytes).appendInt(bytes).appendBytes(new byte[bytes]);
  }

  @Override
  public Client connect(String address) throws Exception {
    Vertx vertx = vertx();
    Context context = vertx.getOrCreateContext();
    Promise<Caller> connected = Promise.promise();
    context.runOnContext(
        start ->
            vertx
                .createNetClient()
                .connect(Integer.parseInt(address), HOST)
                .map(socket -> new Caller(context, socket))
                .onComplete(connected));
    return connected.future().await(START_SECONDS, TimeUnit.SECONDS);
  }

  private static final class Caller implements Client, Frames.Sink {
    private final Context context;
    private final NetSocket socket;
    private final Queue<Completable<? super Buffer>> pending = new ArrayDeque<>();
    private @Nullable Items stream;

    Caller(Context context, NetSocket socket) {
      this.context = context;
      this.socket = socket;
      socket.handler(new Frames(this));
    }

    @Override
    public void frame(Buffer chunk, int start, int end) {
      if (stream != null) {
        stream.next(end - start - Frames.HEAD);
        return;
      }
      Completable<? super Buffer> done = pending.poll();
      if (done != null) {
        done.succeed(chunk.slice(start + Frames.HEAD, end));
      }
    }

    @Override
    public void execute(Runnable task) {
      context.runOnContext(start -> task.run());
    }

    @Override
    public Unary<?> unary(int bytes) {
      return new Request(this, payload(bytes));
    }

    @Override
    public Future<Long> stream(int count, int bytes) {
      Items items = new Items(count, bytes);
      stream = items;
      socket.write(Buffer.buffer().appendInt(ASK_STREAM).appendInt(count).appendInt(bytes));
      return items.done.future().onComplete(end -> stream = null);
    }
  }

  private record Request(Caller caller, Buffer frame) implements Unary<Buffer> {
    @Override
    public void call(Completable<? super Buffer> done) {
      caller.pending.add(done);
      caller.socket.write(frame);
    }

    @Override
    public int size(Buffer reply) {
      return reply.length();
    }
  }

  private static final class Items {
    private final Promise<Long> done = Promise.promise();
    private final int count;
    private final int bytes;
    private int seen;
    private long good;

    Items(int count, int bytes) {
      this.count = count;
      this.bytes = bytes;
    }

    void next(int size) {
      if (size == bytes) {
        good++;
      }
      if (++seen == count) {
        done.complete(good);
      }
    }
  }
}
