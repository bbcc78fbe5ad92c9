print("zhubi")
