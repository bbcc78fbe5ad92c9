import Testing

@Test func theHouseStands() { #expect(Bool(true)) }
