import Foundation
import NetworkDesign
import SupplyData
import TestDatasets
import Testing
import TextFiles

@testable import Certificate

@Suite struct FileTests {
  private func scratch(_ bytes: [UInt8]) throws -> String {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("certificate-\(UUID().uuidString).json.gz").path
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test func `what is written is read again`() throws {
    let network = try Samples.network(2)
    let (certificate, _) = try Samples.certificate(
      network, DesignQuestion(measure: Samples.measure(2)))
    let path = try scratch(Array(certificate.packed()))
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(try BoundCertificate.read(from: path) == certificate)
  }

  @Test(arguments: [
    ("{", "not JSON"), ("[]", "wrong type"),
    ("{\"schema\":\"shorewise/certificate/1\"}", "has no"),
    ("", "not JSON"),
  ])
  func `what is no certificate is refused with its cause`(_ text: String, _ cause: String) throws {
    let path = try scratch(Gzip.packed(Array(text.utf8)))
    defer { try? FileManager.default.removeItem(atPath: path) }
    do {
      _ = try BoundCertificate.read(from: path)
      Issue.record("it was read")
    } catch {
      #expect(error.all.first?.file == path)
      #expect(error.all.first?.cause.contains(cause) == true, "\(error)")
      #expect(error.all.first?.cure.contains("--certificate") == true)
    }
  }

  @Test func `a file that is damaged or cut short is refused`() throws {
    var packed = Gzip.packed(Array(repeating: 7, count: 100_000))
    #expect(Gzip.unpacked(packed, most: 100_000) == Array(repeating: 7, count: 100_000))
    #expect(Gzip.unpacked(packed, most: 99_999) == nil)
    #expect(Gzip.unpacked(packed.dropLast(4).map { $0 }, most: 100_000) == nil)
    #expect(Gzip.unpacked(packed + [1], most: 100_000) == nil)
    packed[packed.count - 6] ^= 1
    #expect(Gzip.unpacked(packed, most: 100_000) == nil)
    #expect(Gzip.unpacked([1, 2, 3], most: 100) == nil)
    #expect(Gzip.unpacked([], most: 100) == nil)
    let path = try scratch([1, 2, 3])
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(throws: Faults.self) { try BoundCertificate.read(from: path) }
  }

  @Test(arguments: [(1.234_567_890_123, 7, 1.234568), (-98_765.432_1, 4, -98_770), (0, 3, 0)])
  func `digits`(_ number: Double, _ digits: Int, _ rounded: Double) {
    #expect(Digits.rounded(number, to: digits) == rounded)
    #expect(Digits.rounded(number, to: 17) == number)
    #expect(Digits.rounded(1e-30, to: 7) == 1e-30)
  }
}
