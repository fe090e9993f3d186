import CZlib

/// The format of gzip (RFC 1952), which every system has a program for.
package enum Gzip {
  /// The bytes, packed.
  package static func packed(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    // 15 bits of window, and 16 for gzip's head and tail.
    let status = deflateInit2_(
      &stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY, zlibVersion(),
      Int32(MemoryLayout<z_stream>.size))
    // It can fail for want of memory alone.
    precondition(status == Z_OK, "zlib could not begin to compress: \(status)")
    defer { deflateEnd(&stream) }
    let (packed, end) = pumped(&stream, bytes, most: .max) {
      deflate(&$0, $1 ? Z_FINISH : Z_NO_FLUSH)
    }
    precondition(end == Z_STREAM_END, "zlib could not compress \(bytes.count) bytes: \(end)")
    return packed
  }

  /// What was packed; `nil` where the bytes are damaged, or where it is longer than `most`.
  package static func unpacked(_ bytes: [UInt8], most: Int) -> [UInt8]? {
    var stream = z_stream()
    guard
      inflateInit2_(&stream, 15 + 16, zlibVersion(), Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { inflateEnd(&stream) }
    let (unpacked, end) = pumped(&stream, bytes, most: most) { stream, _ in
      inflate(&stream, Z_NO_FLUSH)
    }
    return end == Z_STREAM_END && stream.avail_in == 0 ? unpacked : nil
  }

  /// Sends bytes through a stream until it ends or stops.
  private static func pumped(
    _ stream: inout z_stream, _ bytes: [UInt8], most: Int,
    _ step: (inout z_stream, _ isLast: Bool) -> Int32
  ) -> (bytes: [UInt8], status: Int32) {
    var input = bytes
    var output = [UInt8](repeating: 0, count: chunk)
    var result: [UInt8] = []
    var (status, taken) = (Z_OK, 0)
    input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        while status == Z_OK, result.count <= most {
          if stream.avail_in == 0, taken < input.count {
            let count = min(chunk, input.count - taken)
            stream.next_in = input.baseAddress.map { $0 + taken }
            stream.avail_in = UInt32(count)
            taken += count
          }
          stream.next_out = output.baseAddress
          stream.avail_out = UInt32(chunk)
          status = step(&stream, taken == input.count)
          result += output.prefix(chunk - Int(stream.avail_out))
        }
      }
    }
    return (result, result.count > most ? Z_DATA_ERROR : status)
  }

  private static let chunk = 1 << 20
}
