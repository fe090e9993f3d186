import Testing

@testable import PlanChecker

@Suite struct NormalQuantileTests {
  /// Values of printed tables; the share itself is rounded, which shows far out in the tail.
  @Test(arguments: [
    (0.5, 0), (0.6, 0.2533471031357997), (0.8413447460685429, 1), (0.9, 1.2815515655446004),
    (0.95, 1.6448536269514722), (0.975, 1.959963984540054), (0.99, 2.3263478740408408),
    (0.999, 3.090232306167813), (0.999999, 4.753424308822899), (0.9986501019683699, 3),
  ])
  func tables(_ probability: Double, _ z: Double) {
    #expect(abs(NormalQuantile.z(probability) - z) < 2e-11)
  }

  @Test func `near 1 it stays a number`() {
    let last = 1.0.nextDown
    #expect(NormalQuantile.z(last) > 8 && NormalQuantile.z(last) < 8.3)
    #expect(NormalQuantile.z(0.5.nextUp) >= 0 && NormalQuantile.z(0.5.nextUp) < 1e-15)
  }
}
